#include "core/domain/watch/targethit.h"

#include <algorithm>

// What a text says of applications that were chosen before.

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// "1.5.0" for all, "shop-web:1.5.0" for one of them.
class TypedVersions final
{
public:
    explicit TypedVersions(const QString &text)
    {
        for (const auto &word : text.split(u' ', Qt::SkipEmptyParts)) {
            const auto colon = word.startsWith(u'@') ? -1 : word.indexOf(u':');
            if (colon < 0)
                m_ofAll = word;
            else
                m_byName.insert(word.first(colon).toLower(), word.sliced(colon + 1));
        }
    }

    [[nodiscard]] const QString &ofAll() const { return m_ofAll; }
    [[nodiscard]] QString of(const QStringList &names)
    {
        for (const auto &name : names) {
            if (const auto found = m_byName.constFind(name); found != m_byName.cend()) {
                m_meant.insert(name);
                return *found;
            }
        }
        return m_ofAll;
    }
    /// A name that none of those asked for has; empty: all were meant.
    [[nodiscard]] QString unmeant() const
    {
        for (auto each = m_byName.cbegin(); each != m_byName.cend(); ++each) {
            if (!m_meant.contains(each.key()))
                return each.key();
        }
        return {};
    }

private:
    QString m_ofAll;
    QHash<QString, QString> m_byName;
    QSet<QString> m_meant;
};

} // namespace

TargetSearch TargetIndex::among(const std::vector<ApplicationKey> &keys, const QString &text) const
{
    TargetSearch search;
    search.amongChosen = true;
    TypedVersions versions(text);
    search.typed.version = versions.ofAll();
    std::vector<Hit> hits;
    QSet<QString> instances;
    for (const auto &key : keys) {
        const int place = m_places.value(key, -1);
        if (place < 0)
            continue;
        const auto &listed = m_listed[std::size_t(place)];
        hits.push_back({place, alike(listed), HitRank::Called});
        instances.insert(key.instance);
        QStringList names{listed.name};
        if (const int use = hits.back().use; use >= 0) {
            const auto &repository = m_repositories[std::size_t(imageAt(listed, use).repository)];
            names << repository.shortName << repository.name;
        }
        TypedImage typed;
        typed.version = versions.of(names);
        search.targets.push_back(targetOf(hits.back(), typed));
        if (!typed.version.isEmpty() && !search.targets.back().wanted && hits.back().use >= 0)
            search.typed.problem =
                u"%1 is not an image version; use letters, digits, dots and dashes"_s.arg(typed.version);
    }
    if (const auto name = versions.unmeant(); !name.isEmpty())
        search.typed.problem = u"none of the selected applications is named %1"_s.arg(name);
    describe(search, sameRepositories(hits)); // also what other environments run
    search.found = int(search.targets.size());
    search.instances = int(instances.size());
    return search;
}

std::vector<TargetIndex::Hit> TargetIndex::sameRepositories(const std::vector<Hit> &hits) const
{
    QSet<int> repositories;
    for (const auto &hit : hits) {
        if (hit.use >= 0)
            repositories.insert(imageAt(m_listed[std::size_t(hit.place)], hit.use).repository);
    }
    std::vector<Hit> all;
    for (int place = 0; place < int(m_listed.size()); ++place) {
        const auto &images = m_listed[std::size_t(place)].images;
        const auto image = std::ranges::find_if(
            images, [&](int each) { return repositories.contains(m_images[std::size_t(each)].repository); });
        if (image != images.end())
            all.push_back({place, int(image - images.begin()), HitRank::Called});
    }
    return all;
}

} // namespace lynceus
