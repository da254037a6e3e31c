"""Runs both programs on the same publication and says what each took."""
