"""What every area stands on: settings, database, errors, forms, pages, scope, audit and queue."""
