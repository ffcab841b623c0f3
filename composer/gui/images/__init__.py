"""Images in the message: inserting them, what they say instead, how wide they are."""
