a = { -nope }
