a = { $n ->
    [one] x
    }
