## Every page

skip-link = 주요 콘텐츠로 건너뛰기
sections-label = 섹션
languages-label = 언어
footer-languages = 모든 언어
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = 현재 위치
contents-title = 이 페이지의 내용
navigation-label = 이 섹션의 문서
navigation-all = 이 섹션의 모든 문서
navigation-filter = 제목으로 필터링
navigation-filter-none = 일치하는 항목 없음
neighbours-label = 이전 문서와 다음 문서
previous = 이전
next = 다음
updated = 마지막 업데이트:
machine-translation-title = 기계 번역된 문서
machine-translation-text = 이 문서는 기계로 번역되었습니다. 표현이나 용어에 오류가 있을 수 있습니다.

## Inside articles

alert-note = 참고
alert-tip = 팁
alert-important = 중요
alert-warning = 경고
alert-caution = 주의
heading-permalink = “{ $heading }” 링크
footnotes-title = 각주
footnote-reference = 각주 { $number }
footnote-back = 본문의 참조 { $number }(으)로 돌아가기
video-link = 동영상 보기
table-label = 표
task-done = 완료
task-open = 미완료

## Folders and home pages

home-title = 홈
folders-title = 섹션
articles-title = 문서
articles-count =
    { $count ->
       *[other] 문서 { $count }개
    }
letters-label = 첫 글자로 이동
group-other = 기타

## The page that lists all languages

languages-title = 언어를 선택하세요

## Addresses that do not exist, or no longer

not-found-title = 페이지를 찾을 수 없음
not-found-text = 이 주소에는 페이지가 없습니다. 페이지가 이동했거나 링크가 잘못되었을 수 있습니다.
not-found-home = 홈으로 이동
redirect-title = 이 페이지가 이동했습니다
redirect-text = 새 주소:

## Articles

fallback-title = 이 문서는 아직 번역되지 않았습니다
fallback-text = 아직 이 언어로 된 버전이 없습니다: { $wanted }. 아래 내용의 언어: { $shown }.
orphan-title = 이 문서의 원문이 더 이상 없습니다
orphan-text = 이 번역은 최신 내용이 아닐 수 있습니다.

## Translations behind their source

stale-title = 이 문서의 더 새로운 버전이 있습니다
stale-text = 이 번역은 이전 버전을 바탕으로 작성되었습니다. 일부 내용이 오래되었을 수 있습니다.
stale-text-languages = 이 번역은 이전 버전을 바탕으로 작성되었습니다. 일부 내용이 오래되었을 수 있습니다. 더 새로운 버전이 있는 언어:

## Translation status (a page with a table of all languages)

status-title = 번역 상태
status-summary =
    { $languages ->
       *[other] { $languages }개 언어
    }, { $articles ->
       *[other] 문서 { $articles }개
    }
status-as-of = { $date } 기준
status-ordered-by = 정렬 기준: { $column }
status-language = 언어
status-articles = 문서
status-current = 최신
status-stale = 오래됨
status-missing = 누락
status-extra = 추가
status-renamed = 다른 언어에서 이름이 다름
status-machine = 기계 번역
status-human = 사람 번역
status-words = 단어
status-share = 완료
status-age = 경과 일수 중앙값
status-all = 모든 언어
status-bar = 최신 { $current }, 오래됨 { $stale }, 누락 { $missing }
status-worst-title = 가장 많은 언어에서 오래되었거나 누락된 문서
status-article = 문서
status-stale-in = 오래된 언어 수
status-missing-in = 누락된 언어 수
status-nothing = 누락되거나 오래된 문서가 없습니다.

## Search

search-title = 검색
search-results-label = 검색 결과
search-count =
    { $count ->
       *[other] 결과 { $count }개
    }
search-all =
    { $count ->
       *[other] 결과 { $count }개 모두 표시
    }
search-more = 결과 더 보기
search-none = “{ $query }”에 대한 결과 없음
search-none-hint = 철자를 확인하거나 더 적은 단어 또는 다른 단어를 사용하세요.
search-corrected = “{ $query }”에 대한 결과를 표시합니다
search-other-language =
    { $count ->
       *[other] 다른 언어({ $language }) 결과 { $count }개
    }
search-recent = 최근 검색
search-recent-clear = 최근 검색 지우기
search-close = 검색 닫기
search-prompt = 찾으려는 내용을 입력하세요.
search-loading = 검색 중…
search-failed = 검색을 불러올 수 없습니다. 연결을 확인하고 다시 시도하세요.
search-retry = 다시 시도
search-no-script = 검색하려면 JavaScript가 필요하지만 브라우저에서 꺼져 있습니다. 모든 문서는 다음 페이지에 나열되어 있습니다.
search-filters = 필터
search-filters-clear = 필터 지우기
search-filters-all = 모두 표시
search-filter-ms-service = 서비스
search-filter-ms-topic = 문서 유형
search-filter-ms-collection = 컬렉션
search-filter-ms-translationtype = 번역
search-value-ms-translationtype-mt = 기계 번역
search-value-ms-translationtype-ht = 사람 번역

scheme-label = 모양
scheme-auto = 자동
scheme-light = 밝게
scheme-dark = 어둡게
code-copy = 복사
code-copied = 복사됨
## Links to other sites (a page with tables of hosts and answers)

external-title = 다른 사이트 링크
external-verdict = 응답
external-host = 호스트
external-addresses = 주소 수
external-places = 위치 수
external-address = 주소
external-newly = 최근 끊어진 링크
external-since = 끊어진 날짜
external-slowest = 가장 느린 응답
external-seconds = 초
external-none = 없음
external-unasked = 아직 확인하지 않음
edit-page = 이 페이지 편집
feedback = 의견 보내기
feed-title = 최근 변경 사항
versions-title = 버전
choice-title = 선택
