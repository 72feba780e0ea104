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
