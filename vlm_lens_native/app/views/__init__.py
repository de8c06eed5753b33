"""Views: pure functions from a study to arrays, and to the code that finds them again."""
