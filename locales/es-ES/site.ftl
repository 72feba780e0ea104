## Every page

skip-link = Ir al contenido principal
sections-label = Secciones
languages-label = Idioma
footer-languages = Todos los idiomas
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Está aquí
contents-title = En esta página
navigation-label = En esta sección
navigation-all = Todos los artículos de esta sección
neighbours-label = Artículos anterior y siguiente
previous = Anterior
next = Siguiente
updated = Última actualización:
machine-translation-title = Artículo con traducción automática
machine-translation-text = Este artículo se ha traducido automáticamente. Puede contener errores de redacción o de terminología.

## Inside articles

alert-note = Nota
alert-tip = Sugerencia
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
heading-permalink = Enlace a «{ $heading }»
footnotes-title = Notas al pie
footnote-reference = Nota al pie { $number }
footnote-back = Volver a la referencia { $number }
video-link = Ver el vídeo
table-label = Tabla
task-done = Hecho
task-open = Pendiente

## Folders and home pages

home-title = Inicio
folders-title = Secciones
articles-title = Artículos
articles-count =
    { $count ->
        [one] { $count } artículo
        [many] { $count } de artículos
       *[other] { $count } artículos
    }
letters-label = Ir a una letra
group-other = Otros

## The page that lists all languages

languages-title = Elija su idioma

## Addresses that do not exist, or no longer

not-found-title = Página no encontrada
not-found-text = No hay ninguna página en esta dirección. Es posible que se haya movido o que el enlace que le ha traído aquí sea incorrecto.
not-found-home = Ir a la página de inicio
redirect-title = Esta página se ha movido
redirect-text = Su nueva dirección:

## Articles

fallback-title = Este artículo aún no se ha traducido
fallback-text = Todavía no hay versión en este idioma: { $wanted }. El texto siguiente está en otro: { $shown }.
orphan-title = El original de este artículo ya no existe
orphan-text = Es posible que esta traducción esté desactualizada.
