"""The crawler: brings calls in, as published. Scrapy is imported only when a crawl begins."""
