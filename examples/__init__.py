"""The shipped example reports of an invented county bureau, and what makes them."""
