#include "core/domain/tasks/taskcallpolicy.h"

#include "core/domain/argocd/requests/origin.h"
#include "core/domain/redaction/redact.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kMostIdCharacters = 64;

struct Allowed
{
    TaskCall call;
    const char *method;
    const char *path; ///< "*": id of a task
};

constexpr std::array kAllowed{
    Allowed{TaskCall::Version, "GET", "/api/v1/version"}, Allowed{TaskCall::Description, "GET", "/api/v1/openapi.json"},
    Allowed{TaskCall::Config, "GET", "/api/v1/config"},   Allowed{TaskCall::Register, "POST", "/api/v1/tasks"},
    Allowed{TaskCall::Status, "GET", "/api/v1/tasks/*"},  Allowed{TaskCall::Verdict, "GET", "/api/v1/tasks/*/verdict"},
};

const Allowed &rowOf(TaskCall call)
{
    return *std::ranges::find(kAllowed, call, &Allowed::call);
}

bool matches(const QString &path, const char *pattern)
{
    const auto given = path.split(u'/');
    const auto wanted = QString::fromLatin1(pattern).split(u'/');
    return std::ranges::equal(given, wanted, [](const QString &segment, const QString &want) {
        return want == "*"_L1 ? isTaskId(segment) : segment == want;
    });
}

} // namespace

bool isTaskId(const QString &id)
{
    const auto isPart = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
    };
    return !id.isEmpty() && id.size() <= kMostIdCharacters && std::ranges::all_of(id, isPart);
}

QByteArray methodOf(TaskCall call)
{
    return rowOf(call).method;
}

QUrl taskCallUrl(const QUrl &baseUrl, TaskCall call, const QString &id)
{
    auto url = baseUrl;
    url.setPath(baseUrl.path(QUrl::FullyEncoded) + QString::fromLatin1(rowOf(call).path).replace(u'*', id));
    return url;
}

Result<void> checkTaskCallAllowed(QByteArrayView method, const QUrl &url, const QUrl &baseUrl)
{
    const auto path = url.path(QUrl::FullyEncoded);
    const auto base = baseUrl.path(QUrl::FullyEncoded);
    const bool isPlain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    const bool isAllowed =
        isPlain && sameOrigin(url, baseUrl) && path.startsWith(base)
        && std::ranges::any_of(kAllowed, [&](const Allowed &allowed) {
               return method == QByteArrayView(allowed.method) && matches(path.sliced(base.size()), allowed.path);
           });
    if (isAllowed)
        return {};
    return tl::unexpected(Error{Error::Kind::NotAllowed,
                                redactedText(QString::fromLatin1(method), 20) + u' ' + redactedUrl(url),
                                u"not sent: it is not in the list of allowed requests"_s, false, 0});
}

} // namespace lynceus
