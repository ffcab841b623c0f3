"""A seller's templates: ordinary HTML files in a folder, their history and approvals."""
