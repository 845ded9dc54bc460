"""Pictures as plain geometry that the templates draw as SVG."""
