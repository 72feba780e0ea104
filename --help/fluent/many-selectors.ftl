a = { $n ->
    *[other] x
    }
