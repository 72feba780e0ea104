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
navigation-filter = Filtrar por título
navigation-filter-none = Sin coincidencias
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

## Translations behind their source

stale-title = Hay una versión más reciente de este artículo
stale-text = Esta traducción se hizo a partir de una versión anterior. Es posible que una parte esté desactualizada.
stale-text-languages = Esta traducción se hizo a partir de una versión anterior. Es posible que una parte esté desactualizada. La versión más reciente está disponible en:

## Translation status (a page with a table of all languages)

status-title = Estado de las traducciones
status-summary =
    { $articles ->
        [one] { $articles } artículo
        [many] { $articles } de artículos
       *[other] { $articles } artículos
    } en { $languages ->
        [one] { $languages } idioma
        [many] { $languages } de idiomas
       *[other] { $languages } idiomas
    }
status-as-of = Fecha de referencia: { $date }
status-ordered-by = Ordenado por: { $column }
status-language = Idioma
status-articles = Artículos
status-current = Actualizados
status-stale = Desactualizados
status-missing = Faltan
status-extra = Adicionales
status-renamed = Con otro nombre en los demás
status-machine = Traducción automática
status-human = Traducción humana
status-words = Palabras
status-share = Completado
status-age = Antigüedad mediana en días
status-all = Todos los idiomas
status-bar = Actualizados: { $current }; desactualizados: { $stale }; faltan: { $missing }
status-worst-title = Artículos que faltan o están desactualizados en más idiomas
status-article = Artículo
status-stale-in = Desactualizado en
status-missing-in = Falta en
status-nothing = No falta nada y todo está actualizado.

## Search

search-title = Buscar
search-results-label = Resultados de la búsqueda
search-count =
    { $count ->
        [one] { $count } resultado
        [many] { $count } de resultados
       *[other] { $count } resultados
    }
search-all =
    { $count ->
        [one] Mostrar { $count } resultado
        [many] Mostrar los { $count } de resultados
       *[other] Mostrar los { $count } resultados
    }
search-more = Mostrar más resultados
search-none = No hay resultados para «{ $query }»
search-none-hint = Revise la ortografía o use menos palabras u otras distintas.
search-corrected = Se muestran resultados de «{ $query }»
search-other-language =
    { $count ->
        [one] { $count } resultado en otro idioma ({ $language })
        [many] { $count } de resultados en otro idioma ({ $language })
       *[other] { $count } resultados en otro idioma ({ $language })
    }
search-recent = Búsquedas recientes
search-recent-clear = Borrar las búsquedas recientes
search-close = Cerrar la búsqueda
search-prompt = Escriba lo que busca.
search-loading = Buscando…
search-failed = No se ha podido cargar la búsqueda. Compruebe la conexión e inténtelo de nuevo.
search-retry = Reintentar
search-no-script = La búsqueda necesita JavaScript, que está desactivado en el navegador. Estas páginas enumeran todos los artículos:
search-filters = Filtros
search-filters-clear = Borrar los filtros
search-filters-all = Mostrar todo
search-filter-ms-service = Servicio
search-filter-ms-topic = Tipo de artículo
search-filter-ms-collection = Colección
search-filter-ms-translationtype = Traducción
search-value-ms-translationtype-mt = Automática
search-value-ms-translationtype-ht = Humana

scheme-label = Apariencia
scheme-auto = Automática
scheme-light = Clara
scheme-dark = Oscura
code-copy = Copiar
code-copied = Copiado
## Links to other sites (a page with tables of hosts and answers)

external-title = Enlaces a otros sitios
external-verdict = Respuesta
external-host = Servidor
external-addresses = Direcciones
external-places = Lugares
external-address = Dirección
external-newly = Rotos recientemente
external-since = Roto desde
external-slowest = Respuestas más lentas
external-seconds = Segundos
external-none = Ninguna
external-unasked = sin comprobar todavía
edit-page = Editar esta página
feedback = Enviar comentarios
feed-title = Cambios recientes
versions-title = Versión
choice-title = Elija
