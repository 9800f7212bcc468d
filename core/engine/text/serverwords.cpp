#include "core/engine/text/serverwords.h"

#include "core/domain/base/redact.h"

#include <QCoreApplication>

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

struct PullRule
{
    QLatin1StringView word;
    const char *reason;
};

// Words of containerd, CRI-O, Docker and the registries behind them; the first that occurs decides.
constexpr std::array kPullRules{
    PullRule{"toomanyrequests"_L1, QT_TRANSLATE_NOOP("verdict", "the registry limits pulls")},
    PullRule{"rate limit"_L1, QT_TRANSLATE_NOOP("verdict", "the registry limits pulls")},
    PullRule{"x509"_L1, QT_TRANSLATE_NOOP("verdict", "the registry's certificate is not trusted")},
    PullRule{"no match for platform"_L1, QT_TRANSLATE_NOOP("verdict", "not built for the node's platform")},
    PullRule{"no matching manifest"_L1, QT_TRANSLATE_NOOP("verdict", "not built for the node's platform")},
    PullRule{"invalid reference format"_L1, QT_TRANSLATE_NOOP("verdict", "no valid image name")},
    PullRule{"InvalidImageName"_L1, QT_TRANSLATE_NOOP("verdict", "no valid image name")},
    PullRule{"couldn't parse image"_L1, QT_TRANSLATE_NOOP("verdict", "no valid image name")},
    PullRule{"ErrImageNeverPull"_L1, QT_TRANSLATE_NOOP("verdict", "not on the node, and its pull policy is Never")},
    PullRule{"pull policy of Never"_L1, QT_TRANSLATE_NOOP("verdict", "not on the node, and its pull policy is Never")},
    PullRule{"no basic auth"_L1, QT_TRANSLATE_NOOP("verdict", "access denied")},
    PullRule{"unauthorized"_L1, QT_TRANSLATE_NOOP("verdict", "access denied")},
    PullRule{"authentication required"_L1, QT_TRANSLATE_NOOP("verdict", "access denied")},
    PullRule{"authorization failed"_L1, QT_TRANSLATE_NOOP("verdict", "access denied")},
    PullRule{"denied"_L1, QT_TRANSLATE_NOOP("verdict", "access denied")},
    PullRule{"403 Forbidden"_L1, QT_TRANSLATE_NOOP("verdict", "access denied")},
    PullRule{"manifest unknown"_L1, QT_TRANSLATE_NOOP("verdict", "not found")},
    PullRule{"not found"_L1, QT_TRANSLATE_NOOP("verdict", "not found")},
    PullRule{"no such host"_L1, QT_TRANSLATE_NOOP("verdict", "the registry cannot be reached")},
    PullRule{"connection refused"_L1, QT_TRANSLATE_NOOP("verdict", "the registry cannot be reached")},
    PullRule{"i/o timeout"_L1, QT_TRANSLATE_NOOP("verdict", "the registry cannot be reached")},
    PullRule{"handshake timeout"_L1, QT_TRANSLATE_NOOP("verdict", "the registry cannot be reached")},
    PullRule{"dial tcp"_L1, QT_TRANSLATE_NOOP("verdict", "the registry cannot be reached")},
};

bool saysNothing(const QString &message)
{
    return message.isEmpty() || message.startsWith("back-off"_L1, Qt::CaseInsensitive)
        || message == "ImagePullBackOff"_L1 || message == "ErrImagePull"_L1;
}

} // namespace

QString serverWords(const QString &message, qsizetype limit)
{
    auto words = redactedText(withoutWrapping(message).simplified(), limit);
    while (words.endsWith(u'.') || words.endsWith(u' '))
        words.chop(1);
    return words;
}

QString pullReason(const QString &message)
{
    const auto rule = std::ranges::find_if(
        kPullRules, [&](const PullRule &candidate) { return message.contains(candidate.word, Qt::CaseInsensitive); });
    if (rule != kPullRules.end())
        return QCoreApplication::translate("verdict", rule->reason);
    return saysNothing(message) ? QString() : serverWords(message, kReasonLimit);
}

} // namespace lynceus
