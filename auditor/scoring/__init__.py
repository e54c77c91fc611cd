"""The rubric applied to findings and labels."""
