### The words of the theme. One message per line; comments say where readers meet it.

## Every page

# First link of every page, seen when it has the keyboard's focus.
skip-link = Skip to main content
# For screen readers: the list of the site's sections in the header.
sections-label = Sections
# For screen readers: the list of languages in the header.
languages-label = Language
# Link in the footer to the page that lists all languages.
footer-languages = All languages
# The title in the browser's tab. $page: the page's title; $site: the site's title.
document-title = { $page } – { $site }

## Articles

# For screen readers: the way from the home page to this page.
breadcrumbs-label = You are here
# Caption of the list of this page's headings.
contents-title = On this page
# For screen readers: the list of articles beside this one.
navigation-label = In this section
# Link below that list to the folder's page, where everything is listed.
navigation-all = All articles in this section
# Name of the field above that list in which readers type words to find an entry (also its placeholder). Short.
navigation-filter = Filter by title
# Below that field when no entry has the words.
navigation-filter-none = No matches
# For screen readers: the links to the article before and after this one.
neighbours-label = Previous and next article
# Above the title of the article before this one.
previous = Previous
# Above the title of the article after this one.
next = Next
# In front of a date.
updated = Last updated:
# Caption of a notice above an article.
machine-translation-title = Machine-translated article
# The notice itself.
machine-translation-text = This article was translated by a machine. It may contain errors in wording or terminology.
# Caption of a notice above an article that does not exist in the reader's language and is shown in another one.
fallback-title = This article has not been translated yet
# The notice itself. $wanted: the name of the reader's language; $shown: that of the language that follows. Both are names in
# the nominative, often with a region in brackets ("français (Canada)"): put them where they need no other form, for
# example after a colon.
fallback-text = There is no version in { $wanted } yet. The text below is in { $shown }.
# Caption of a notice above a translation whose original no longer exists.
orphan-title = The original of this article no longer exists
# The notice itself.
orphan-text = This translation may be out of date.

## Inside articles

# Captions of the five kinds of alert.
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
# For screen readers: the link beside a heading that leads to the heading itself. $heading: its text.
heading-permalink = Link to “{ $heading }”
# Heading of the notes below an article.
footnotes-title = Footnotes
# For screen readers: the small number that leads to a note.
footnote-reference = Footnote { $number }
# For screen readers: the arrow behind a note that leads back to the text.
footnote-back = Back to reference { $number }
# Link to a video on another site.
video-link = Watch the video
# For screen readers: a table that can be scrolled sideways.
table-label = Table
# For screen readers: a ticked box in a list of tasks.
task-done = Done
# For screen readers: an empty box in a list of tasks.
task-open = To do

## Folders and home pages

# First of the breadcrumbs; also what stands for the site's title when the project set none.
home-title = Home
# Heading above the list of folders.
folders-title = Sections
# Heading above the list of articles.
articles-title = Articles
# Below that heading. $count: how many articles.
articles-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
# For screen readers: links to the letters of a long list.
letters-label = Jump to a letter
# Caption of articles that begin with none of the letters above them.
group-other = Other

## The page that lists all languages

# Its title.
languages-title = Choose your language

## Addresses that do not exist, or no longer

# Title of the page for addresses that do not exist.
not-found-title = Page not found
# Below that title.
not-found-text = There is no page at this address. It may have moved, or the link that brought you here may be wrong.
# Button below that text.
not-found-home = Go to the home page
# Title of an old address that leads on by itself.
redirect-title = This page has moved
# Below that title; the new page's title follows as a link.
redirect-text = Its new address:

## Search

# Name of the search field (also its placeholder), of the button beside it and of the page of results. Short: it stands in a narrow field.
search-title = Search
# For screen readers: the list of results below the field.
search-results-label = Search results
# Above the results. $count: how many there are.
search-count =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
# Last line of the short list below the field; leads to the page with all results. $count: how many there are.
search-all =
    { $count ->
        [one] Show { $count } result
       *[other] Show all { $count } results
    }
# Button below a part of the results.
search-more = Show more results
# When nothing was found. $query: what the reader typed.
search-none = No results for “{ $query }”
# Below that.
search-none-hint = Check the spelling, or use fewer or other words.
# When nothing was found for what the reader typed, but for a similar word. $query: the words that were searched instead.
search-corrected = Showing results for “{ $query }”
# Link to the same search in another language, when the reader's has few results or none. $count: how many results there; $language: that language.
search-other-language =
    { $count ->
        [one] { $count } result in { $language }
       *[other] { $count } results in { $language }
    }
# Above the searches that the reader made before.
search-recent = Recent searches
# Button that forgets them.
search-recent-clear = Clear recent searches
# Button that closes the list of results on phones.
search-close = Close search
# On the page of results, before anything was typed.
search-prompt = Type what you are looking for.
# While results are being loaded over a slow connection.
search-loading = Searching…
# When they cannot be loaded.
search-failed = The search could not be loaded. Check your connection and try again.
# Button below that.
search-retry = Try again
# On the page of results in browsers without JavaScript; a list of the site's sections follows.
search-no-script = Search needs JavaScript, which is off in your browser. All articles are listed on these pages:
# Heading of the boxes that narrow the results, each with the number of results it would leave.
search-filters = Filters
# Button that empties all these boxes.
search-filters-clear = Clear filters
# Button below the first boxes of a long group.
search-filters-all = Show all
# Captions of groups of boxes: the product or service, the kind of article (how-to, reference …), the collection, how the article was translated.
search-filter-ms-service = Service
search-filter-ms-topic = Kind of article
search-filter-ms-collection = Collection
search-filter-ms-translationtype = Translation
# Boxes in the group about translation.
search-value-ms-translationtype-mt = By machine
search-value-ms-translationtype-ht = By people

## Translations behind their source

# Caption of a notice above an article whose source has changed since it was translated.
stale-title = There is a newer version of this article
# The notice itself, when it is not known which language has the newer version.
stale-text = This translation was made from an older version. Some of it may be out of date.
# The notice itself, followed by links to the languages that have the newer version; after the colon come language names.
stale-text-languages = This translation was made from an older version. Some of it may be out of date. The newer version is available in:

## Translation status (a page with a table of all languages)

# Title of the page.
status-title = Translation status
# Below the title. $articles: number of different articles in all languages together; $languages: number of languages.
status-summary =
    { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
  } in { $languages ->
    [one] { $languages } language
   *[other] { $languages } languages
  }
# In front of the day from which ages are counted, such as “As of 25 November 2026”. $date: a day, already formatted.
status-as-of = As of { $date }
# Caption of the lists: the same table in another order. $column: the name of a column, such as “Stale”.
status-ordered-by = Sorted by: { $column }
# Column: the name of a language.
status-language = Language
# Column: how many articles a language has.
status-articles = Articles
# Column: how many articles are translated from the newest version.
status-current = Up to date
# Column: how many articles are translated from an older version.
status-stale = Out of date
# Column: how many articles a language lacks.
status-missing = Missing
# Column: how many articles exist in this language although the source (or any other language) has none such.
status-extra = Extra
# Column: how many articles are known under another name in the other languages.
status-renamed = Renamed elsewhere
# Column: how many articles were translated by a machine.
status-machine = Machine-translated
# Column: how many articles were translated by people.
status-human = Human-translated
# Column: number of words.
status-words = Words
# Column: how much of all articles is there and up to date, in per cent.
status-share = Complete
# Column: how old the newest articles are on average, in days.
status-age = Median age in days
# Last row of the table: sums.
status-all = All languages
# For screen readers: the bar that shows the three numbers.
status-bar = { $current } up to date, { $stale } out of date, { $missing } missing
# Caption of the list of articles that are out of date in most languages.
status-worst-title = Articles that are out of date or missing in most languages
# Column: the name of an article.
status-article = Article
# Column: in how many languages an article is out of date.
status-stale-in = Out of date in
# Column: in how many languages an article is missing.
status-missing-in = Missing in
# Shown in place of a list that would be empty.
status-nothing = Nothing is missing or out of date.

## Colours, code and feeds

# For screen readers: the choice between light and dark colours in the header.
scheme-label = Appearance
# First of its three choices: as the reader's device is set.
scheme-auto = Automatic
# The second: dark letters on a light ground.
scheme-light = Light
# The third: light letters on a dark ground.
scheme-dark = Dark
# Button on a block of code: puts the code on the clipboard.
code-copy = Copy
# What the button says for a moment when that has been done.
code-copied = Copied
## Links to other sites (a page with tables of hosts and answers)

# Title of the page, and of links to it.
external-title = Links to other sites
# Column: what came of asking for an address, as a technical word such as “ok” or “gone”.
external-verdict = Answer
# Column: the name of a host, such as “example.org”.
external-host = Host
# Column: how many different addresses.
external-addresses = Addresses
# Column: how many places in articles link to these addresses.
external-places = Places
# Column: one address.
external-address = Address
# Caption of the list of addresses that were there until a few days ago.
external-newly = Newly broken
# Column: the day since when an address is broken.
external-since = Broken since
# Caption of the list of addresses whose answers took longest.
external-slowest = Slowest answers
# Column: how many seconds an answer took.
external-seconds = Seconds
# Shown in place of a list that would be empty.
external-none = None
# In the column of answers: addresses that nobody has asked for.
external-unasked = not asked yet
# Link below an article to where its source can be changed.
edit-page = Edit this page
# Link below an article to where readers can say what they think of it.
feedback = Give feedback
# Name of the feed that lists the articles changed last; follows the site's title.
feed-title = Recent changes
# Above an article of which parts are for some versions of a product: title of the list of versions.
versions-title = Version
# Above an article of which parts are for some readers: title of the list of which one is chosen.
choice-title = Choose
