a = { $x
