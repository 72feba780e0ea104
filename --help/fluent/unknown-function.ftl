a = { NOPE() }
