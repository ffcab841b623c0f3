"""Export: approved templates leave through one gate, as HTML, plain text or email."""
