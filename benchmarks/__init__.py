"""What the product costs, measured as ratios."""
