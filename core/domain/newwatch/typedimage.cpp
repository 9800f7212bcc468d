#include "core/domain/newwatch/typedimage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr qsizetype kClipboardRead = 4'096; // characters

struct Parts
{
    QString name;
    QString version;
};

/// The tag starts at the last colon after the last slash; an earlier colon belongs to the port of the host.
Parts partsOf(const QString &word)
{
    const auto at = word.indexOf(u'@');
    const auto before = at < 0 ? word : word.first(at);
    const auto digest = at < 0 ? QString() : word.sliced(at);
    const auto colon = before.lastIndexOf(u':');
    if (colon < 0 || colon < before.lastIndexOf(u'/'))
        return {before.toLower(), digest};
    return {before.first(colon).toLower(), before.sliced(colon + 1) + digest};
}

/// Removes quotes, brackets and commas of logs and YAML.
QString bare(const QString &word)
{
    const auto isAround = [](QChar c) { return u"\"'`()[]{}<>,;"_s.contains(c); };
    qsizetype from = 0;
    qsizetype end = word.size();
    while (from < end && isAround(word[from]))
        ++from;
    while (end > from && (isAround(word[end - 1]) || word[end - 1] == u'.'))
        --end;
    return word.sliced(from, end - from);
}

bool saysVersion(const QString &word)
{
    return !partsOf(word).version.isEmpty() && parseImageReference(word).has_value();
}

/// From the output of `docker push`, which prints repository and tag separately: "The push refers to repository
/// [ghcr.io/acme/web]", then a line per layer, then "1.5.0: digest: sha256:… size: 1234". Empty for other text.
QString pushedImage(const QStringList &words)
{
    QString repository;
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "repository"_L1 && words[i + 1].startsWith(u'['))
            repository = bare(words[i + 1]);
        const bool endsTag = words[i].endsWith(u':') && words[i + 1] == "digest:"_L1;
        if (!endsTag || repository.isEmpty())
            continue;
        if (const auto image = repository + u':' + words[i].chopped(1); saysVersion(image))
            return image;
    }
    return {};
}

} // namespace

TypedImage typedImage(const QString &text)
{
    auto word = text.simplified();
    QStringList further;
    if (word.contains(u' ')) {
        const auto words = word.split(u' ');
        const auto found = std::ranges::find_if(words, [](const QString &one) { return saysVersion(bare(one)); });
        if (const auto pushed = pushedImage(words); !pushed.isEmpty())
            word = pushed;
        else if (found != words.end())
            word = *found;
        if (std::ranges::all_of(words, [](const QString &one) { return saysVersion(bare(one)); }))
            further = words.sliced(1);
    }
    word = bare(word);
    const auto parts = partsOf(word);
    TypedImage typed{parts.name, parts.version, {}, {}};
    if (typed.version.isEmpty())
        return typed;
    if (auto image = parseImageReference(word))
        typed.image = *image;
    else
        typed.problem = image.error().message;
    for (const auto &one : further) {
        const auto other = parseImageReference(bare(one));
        if (other && *other != typed.image && std::ranges::find(typed.others, *other) == typed.others.end())
            typed.others.push_back(*other);
    }
    return typed;
}

QString imageInText(const QString &text)
{
    const auto words = text.simplified().split(u' ');
    if (auto pushed = pushedImage(words); !pushed.isEmpty())
        return pushed;
    for (const auto &word : words) {
        const auto candidate = bare(word);
        // "shop-web:1.5.0" alone may be anything; "12:30" and "https://…" are not images.
        if (candidate.contains(u'/') && !candidate.contains("://"_L1) && saysVersion(candidate))
            return candidate;
    }
    return {};
}

QString imageInClipboard(const QString &text)
{
    return imageInText(text.left(kClipboardRead));
}

std::optional<ImageReference> withVersion(const ImageReference &repository, const QString &version)
{
    if (version.isEmpty())
        return {};
    const auto separator = version.startsWith(u'@') ? u""_s : u":"_s;
    const auto parsed = parseImageReference(repositoryName(repository) + separator + version);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

} // namespace lynceus
