a = { nope }
