#include "core/engine/text/servertext.h"

#include "core/domain/redaction/redact.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kReasonLimit = 80; // characters between the parentheses of a sentence

QString withoutWrapping(const QString &message)
{
    const auto description = message.lastIndexOf("desc = "_L1);
    return description < 0 ? message : message.sliced(description + 7);
}

constexpr qsizetype kRead = 4'000; // characters at either end, because secrets are recognised by the words around them

/// Position of the reason that Helm and other tools give last, after the call; -1 without such a mark.
qsizetype reasonAt(const QString &message)
{
    static const QRegularExpression kMark(u"(?<![A-Za-z])Error: +"_s);
    qsizetype at = -1;
    for (auto marks = kMark.globalMatch(message); marks.hasNext();)
        at = marks.next().capturedEnd();
    return at;
}

/// Shortens long text in the middle: @p part of the limit is for the beginning.
QString elided(const QString &text, qsizetype limit, double part)
{
    const auto head = redactedText(text.first(std::min(kRead, text.size())), 2 * kRead);
    if (text.size() <= kRead && head.size() <= limit)
        return head;
    const auto tail = text.size() <= kRead ? head : redactedText(text.last(kRead), 2 * kRead);
    const auto atHead = qsizetype(double(limit) * part);
    return head.first(std::min(atHead, head.size())).trimmed() + u" … "_s
        + tail.last(std::min(limit - atHead, tail.size())).trimmed();
}

/// With a mark, the reason is at the beginning after it; otherwise the step is at the beginning and the reason at the
/// end.
QString shortened(const QString &message, qsizetype limit)
{
    const auto at = reasonAt(message);
    const auto reason = at < 0 ? QString() : message.sliced(at).section(u'\n', 0, 0).simplified();
    return reason.isEmpty() ? elided(message.simplified(), limit, 0.35) : elided(reason, limit, 0.75);
}

struct PullRule
{
    QLatin1StringView word;
    const char *reason;
};

// Messages of containerd, CRI-O, Docker and registries; the first match decides.
constexpr std::array kPullRules{
    PullRule{"toomanyrequests"_L1, QT_TRANSLATE_NOOP("Verdict", "the registry limits pulls")},
    PullRule{"rate limit"_L1, QT_TRANSLATE_NOOP("Verdict", "the registry limits pulls")},
    PullRule{"x509"_L1, QT_TRANSLATE_NOOP("Verdict", "the registry's certificate is not trusted")},
    PullRule{"no match for platform"_L1, QT_TRANSLATE_NOOP("Verdict", "not built for the node's platform")},
    PullRule{"no matching manifest"_L1, QT_TRANSLATE_NOOP("Verdict", "not built for the node's platform")},
    PullRule{"invalid reference format"_L1, QT_TRANSLATE_NOOP("Verdict", "invalid image name")},
    PullRule{"InvalidImageName"_L1, QT_TRANSLATE_NOOP("Verdict", "invalid image name")},
    PullRule{"couldn't parse image"_L1, QT_TRANSLATE_NOOP("Verdict", "invalid image name")},
    PullRule{"ErrImageNeverPull"_L1, QT_TRANSLATE_NOOP("Verdict", "not on the node, and its pull policy is Never")},
    PullRule{"pull policy of Never"_L1, QT_TRANSLATE_NOOP("Verdict", "not on the node, and its pull policy is Never")},
    PullRule{"no basic auth"_L1, QT_TRANSLATE_NOOP("Verdict", "access denied")},
    PullRule{"unauthorized"_L1, QT_TRANSLATE_NOOP("Verdict", "access denied")},
    PullRule{"authentication required"_L1, QT_TRANSLATE_NOOP("Verdict", "access denied")},
    PullRule{"authorization failed"_L1, QT_TRANSLATE_NOOP("Verdict", "access denied")},
    PullRule{"denied"_L1, QT_TRANSLATE_NOOP("Verdict", "access denied")},
    PullRule{"403 Forbidden"_L1, QT_TRANSLATE_NOOP("Verdict", "access denied")},
    PullRule{"manifest unknown"_L1, QT_TRANSLATE_NOOP("Verdict", "not found")},
    PullRule{"not found"_L1, QT_TRANSLATE_NOOP("Verdict", "not found")},
    PullRule{"no such host"_L1, QT_TRANSLATE_NOOP("Verdict", "the registry cannot be reached")},
    PullRule{"connection refused"_L1, QT_TRANSLATE_NOOP("Verdict", "the registry cannot be reached")},
    PullRule{"i/o timeout"_L1, QT_TRANSLATE_NOOP("Verdict", "the registry cannot be reached")},
    PullRule{"handshake timeout"_L1, QT_TRANSLATE_NOOP("Verdict", "the registry cannot be reached")},
    PullRule{"dial tcp"_L1, QT_TRANSLATE_NOOP("Verdict", "the registry cannot be reached")},
};

bool saysNothing(const QString &message)
{
    return message.isEmpty() || message.startsWith("back-off"_L1, Qt::CaseInsensitive)
        || message == "ImagePullBackOff"_L1 || message == "ErrImagePull"_L1;
}

} // namespace

QString serverText(const QString &message, qsizetype limit)
{
    auto words = shortened(withoutWrapping(message), limit);
    while (words.endsWith(u'.') || words.endsWith(u' '))
        words.chop(1);
    return words;
}

QString pullReason(const QString &message)
{
    const auto rule = std::ranges::find_if(
        kPullRules, [&](const PullRule &candidate) { return message.contains(candidate.word, Qt::CaseInsensitive); });
    if (rule != kPullRules.end())
        return QCoreApplication::translate("Verdict", rule->reason);
    return saysNothing(message) ? QString() : serverText(message, kReasonLimit);
}

} // namespace lynceus
