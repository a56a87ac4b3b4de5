"""Renderers: the same tree as a Word document or as Markdown."""
