"""One module per source: its declarations over a base and its field map. No Scrapy in here."""
