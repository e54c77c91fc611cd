"""Rules against last year's report (Y)."""
