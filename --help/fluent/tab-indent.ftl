a =
	x
