# For translators.
a = Bonjour { $x }
b = { $n ->
    [one] un
   *[other] { $n } mots
 }
-own = Nom
c = { -own } et { b }
