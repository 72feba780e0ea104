a = { a }
