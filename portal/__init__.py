"""The product: vendors, people, decisions, pages and jobs, standing on the two engines."""
