#include "core/domain/newwatch/targetindex.h"

#include "core/domain/newwatch/typedversions.h"
#include "core/domain/text/nearest.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace lynceus {

/// Quality of a match, best first.
enum class HitRank { Same, Called, Begins, Contains, NoFit };

/// A match.
struct TargetIndex::Hit
{
    int place = 0;
    int use = -1; ///< index into Listed::images; -1: runs no known image
    HitRank rank = HitRank::NoFit;
};

namespace {

using Rank = HitRank;
using enum HitRank;
constexpr Rank kStillClose = Called;

Rank rankOf(const QString &text, const QString &name)
{
    if (text == name)
        return Called;
    if (text.startsWith(name))
        return Begins;
    return text.contains(name) ? Contains : NoFit;
}

} // namespace

std::vector<ImageReference> wantedImages(const WatchTarget &target)
{
    if (!target.wanted)
        return {};
    std::vector<ImageReference> images{*target.wanted};
    images.insert(images.end(), target.others.begin(), target.others.end());
    return images;
}

void TargetIndex::apply(const ChangeSet &changes)
{
    constexpr auto kNeeded = FieldMask(ApplicationField::Images) | FieldMask(ApplicationField::Flags)
        | FieldMask(ApplicationField::Sync) | FieldMask(ApplicationField::Operation)
        | FieldMask(ApplicationField::Project) | FieldMask(ApplicationField::Identity);
    for (const auto &key : changes.removed)
        remove(key);
    for (const auto &entry : changes.inserted)
        put(entry);
    for (const auto &changed : changes.changed) {
        if ((changed.mask & kNeeded) != 0)
            put(changed.entry);
    }
}

void TargetIndex::put(const ApplicationEntry &entry)
{
    auto place = m_places.value(entry.key, -1);
    if (place < 0) {
        if (m_free.empty()) {
            place = int(m_listed.size());
            m_listed.emplace_back();
        } else {
            place = m_free.back();
            m_free.pop_back();
        }
        m_places.insert(entry.key, place);
        ++m_names[entry.key.instance][entry.key.name];
    }
    m_listed[std::size_t(place)] = {entry, entry.key.name.toLower(), imagesOf(entry.application->summaryImages)};
}

void TargetIndex::remove(const ApplicationKey &key)
{
    const auto found = m_places.constFind(key);
    if (found == m_places.constEnd())
        return;
    m_listed[std::size_t(*found)] = {};
    m_free.push_back(*found);
    m_places.erase(found);
    auto &names = m_names[key.instance];
    if (--names[key.name] == 0)
        names.remove(key.name);
}

void TargetIndex::removeInstance(const QString &instance)
{
    std::vector<ApplicationKey> keys;
    for (const auto &listed : m_listed) {
        if (listed.entry.application && listed.entry.key.instance == instance)
            keys.push_back(listed.entry.key);
    }
    for (const auto &key : keys)
        remove(key);
}

bool TargetIndex::isAmbiguous(const ApplicationKey &key) const
{
    return m_names.value(key.instance).value(key.name) > 1;
}

std::vector<int> TargetIndex::imagesOf(const QStringList &texts)
{
    std::vector<int> images;
    images.reserve(std::size_t(texts.size()));
    for (const auto &text : texts) {
        auto parsed = m_parsed.constFind(text);
        if (parsed == m_parsed.constEnd()) {
            const auto image = parseImageReference(text);
            if (!image)
                continue;
            const auto name = repositoryName(*image);
            auto repository = m_byRepository.constFind(name);
            if (repository == m_byRepository.constEnd()) {
                const ImageReference bare{image->registry, image->repository, {}, {}};
                m_repositories.push_back({bare, familiarName(bare).toLower(),
                                          bare.repository.sliced(bare.repository.lastIndexOf(u'/') + 1)});
                repository = m_byRepository.insert(name, int(m_repositories.size()) - 1);
            }
            m_images.push_back({*repository, *image});
            parsed = m_parsed.insert(text, int(m_images.size()) - 1);
        }
        images.push_back(*parsed);
    }
    return images;
}

std::vector<int> TargetIndex::rankRepositories(const TypedImage &typed, const RegistryProxies &proxies) const
{
    std::vector<int> ranks(m_repositories.size(), int(NoFit));
    const auto whole = typed.image ? typed.image : [&]() -> std::optional<ImageReference> {
        const auto image = parseImageReference(typed.name);
        return image ? std::optional(*image) : std::nullopt;
    }();
    bool anySame = false;
    if (whole && proxies.isEmpty()) {
        if (const auto same = m_byRepository.constFind(repositoryName(*whole)); same != m_byRepository.constEnd()) {
            ranks[std::size_t(*same)] = int(Same);
            anySame = true;
        }
    } else if (whole) {
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            if (sameRepository(*whole, m_repositories[i].image, proxies)) {
                ranks[i] = int(Same);
                anySame = true;
            }
        }
    }
    if (anySame)
        return ranks; // a reference that is in use means exactly that
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const auto &repository = m_repositories[i];
        ranks[i] = int(std::min(rankOf(repository.shortName, typed.name), rankOf(repository.name, typed.name)));
    }
    return ranks;
}

/// The application's main image: the one with the most similar name, otherwise the first; -1 without any.
int TargetIndex::alike(const Listed &listed) const
{
    const auto closest = std::ranges::min_element(listed.images, {}, [&](int image) {
        const auto &name = m_repositories[std::size_t(m_images[std::size_t(image)].repository)].shortName;
        return std::min(rankOf(name, listed.name), rankOf(listed.name, name));
    });
    return closest == listed.images.end() ? -1 : int(closest - listed.images.begin());
}

std::optional<WatchTarget> TargetIndex::named(const QString &instance, const QString &name) const
{
    const auto slash = name.indexOf(u'/');
    std::optional<WatchTarget> target;
    for (int place = 0; place < int(m_listed.size()); ++place) {
        const auto &listed = m_listed[std::size_t(place)];
        const auto &key = listed.entry.key;
        if (!listed.entry.application || key.instance != instance || key.name != QStringView(name).sliced(slash + 1)
            || (slash >= 0 && key.nameSpace != QStringView(name).first(slash)))
            continue;
        if (target)
            return {};
        target = targetOf({place, alike(listed), Called}, {});
    }
    return target;
}

TargetIndex::Hit TargetIndex::hitOf(int place, const TypedImage &typed, const std::vector<int> &ranks) const
{
    const auto &listed = m_listed[std::size_t(place)];
    Hit hit{place, -1, NoFit};
    for (int use = 0; use < int(listed.images.size()); ++use) {
        const auto rank = Rank(ranks[std::size_t(imageAt(listed, use).repository)]);
        if (rank < hit.rank)
            hit = {place, use, rank};
    }
    if (hit.rank <= kStillClose || typed.name.isEmpty())
        return hit;
    // By its own name; its image is then the one with the most similar name, otherwise the first.
    const auto slash = typed.name.lastIndexOf(u'/');
    const auto wanted = slash < 0 ? typed.name : typed.name.sliced(slash + 1);
    const auto byName = rankOf(listed.name, wanted);
    // A full reference is about its repository: only applications without images then match by name.
    if (byName >= hit.rank || (slash >= 0 && !(listed.images.empty() && byName == Called)))
        return hit;
    hit.rank = byName;
    if (hit.use < 0)
        hit.use = alike(listed);
    return hit;
}

std::vector<TargetIndex::Hit> TargetIndex::hits(const TypedImage &typed, const std::vector<int> &ranks) const
{
    std::vector<Hit> hits;
    bool anySame = false;
    for (int place = 0; place < int(m_listed.size()); ++place) {
        if (!m_listed[std::size_t(place)].entry.application)
            continue;
        const auto hit = hitOf(place, typed, ranks);
        anySame = anySame || hit.rank == Same;
        if (hit.rank < NoFit)
            hits.push_back(hit);
    }
    if (anySame)
        std::erase_if(hits, [](const Hit &hit) { return hit.rank != Same; });
    return hits;
}

WatchTarget TargetIndex::targetOf(const Hit &hit, const TypedImage &typed) const
{
    const auto &listed = m_listed[std::size_t(hit.place)];
    WatchTarget target{listed.entry, {}, {}, hit.rank <= kStillClose};
    for (const auto &other : typed.others)
        addOther(target, listed, other);
    if (hit.use < 0) {
        if (typed.name.contains(u'/')) // the input must contain the repository, because the application has none
            target.wanted = typed.image;
        return target;
    }
    const auto repository = imageAt(listed, hit.use).repository;
    for (const int image : listed.images) {
        if (const auto &use = m_images[std::size_t(image)]; use.repository == repository)
            target.running.push_back(use.image);
    }
    target.wanted = hit.rank == Same && typed.image
        ? typed.image
        : withVersion(m_repositories[std::size_t(repository)].image, typed.version);
    return target;
}

/// If no application uses the repository, the application's one of the same name is meant, as for the first image.
void TargetIndex::addOther(WatchTarget &target, const Listed &listed, const ImageReference &other) const
{
    const auto name = other.repository.sliced(other.repository.lastIndexOf(u'/') + 1);
    int repository = m_byRepository.value(repositoryName(other), -1);
    for (int use = 0; repository < 0 && use < int(listed.images.size()); ++use) {
        if (const int used = imageAt(listed, use).repository; m_repositories[std::size_t(used)].shortName == name)
            repository = used;
    }
    auto wanted = repository < 0 ? other : m_repositories[std::size_t(repository)].image;
    wanted.tag = other.tag;
    wanted.digest = other.digest;
    bool isUsed = false;
    for (int use = 0; use < int(listed.images.size()); ++use) {
        const auto &[used, image] = imageAt(listed, use);
        if (used != repository)
            continue;
        isUsed = true;
        target.runsOthers =
            target.runsOthers && image.tag == wanted.tag && (wanted.digest.isEmpty() || image.digest == wanted.digest);
    }
    target.runsOthers = target.runsOthers && isUsed;
    target.others.push_back(std::move(wanted));
}

TargetSearch TargetIndex::find(const QString &text, const RegistryProxies &proxies) const
{
    TargetSearch search;
    search.typed = typedImage(text);
    if (search.typed.name.isEmpty())
        return search;
    auto all = hits(search.typed, rankRepositories(search.typed, proxies));
    search.found = int(all.size());
    const auto keyOf = [this](const Hit &hit) -> const ApplicationKey & {
        return m_listed[std::size_t(hit.place)].entry.key;
    };
    const auto shown = std::min(all.size(), std::size_t(kMostTargets));
    std::ranges::partial_sort(all, all.begin() + std::ptrdiff_t(shown), [&](const Hit &left, const Hit &right) {
        return std::tie(left.rank, keyOf(left).name, keyOf(left).instance, left.place)
            < std::tie(right.rank, keyOf(right).name, keyOf(right).instance, right.place);
    });
    describe(search, all);
    all.resize(shown);
    std::ranges::stable_sort(all, [&](const Hit &left, const Hit &right) {
        return left.rank != right.rank ? left.rank < right.rank
                                       : compareNaturally(keyOf(left).name, keyOf(right).name) < 0;
    });
    for (const auto &hit : all)
        search.targets.push_back(targetOf(hit, search.typed));
    if (all.empty())
        search.nearest = nearestTo(search.typed);
    return search;
}

void TargetIndex::describe(TargetSearch &search, const std::vector<Hit> &hits) const
{
    QSet<QString> instances;
    QSet<int> repositories;
    QHash<QString, QStringList> versions;
    for (const auto &hit : hits) {
        const auto &listed = m_listed[std::size_t(hit.place)];
        const auto &instance = listed.entry.key.instance;
        instances.insert(instance);
        if (hit.rank > kStillClose || hit.use < 0)
            continue;
        const auto repository = imageAt(listed, hit.use).repository;
        repositories.insert(repository);
        for (const int image : listed.images) {
            const auto &use = m_images[std::size_t(image)];
            if (use.repository != repository || use.image.tag.isEmpty())
                continue;
            if (auto &seen = versions[use.image.tag]; !seen.contains(instance))
                seen.append(instance);
        }
    }
    search.instances = int(instances.size());
    if (repositories.size() == 1)
        search.repository = m_repositories[std::size_t(*repositories.cbegin())].shortName;
    for (auto version = versions.cbegin(); version != versions.cend(); ++version)
        search.versions.push_back({version.key(), version.value()});
    std::ranges::sort(search.versions, [](const SeenVersion &left, const SeenVersion &right) {
        return compareNaturally(left.version, right.version) > 0;
    });
    if (search.versions.size() > std::size_t(kMostVersions))
        search.versions.resize(kMostVersions);
}

QStringList TargetIndex::nearestTo(const TypedImage &typed) const
{
    // Short names only: comparing 50,000 full references would delay each keystroke.
    const auto slash = typed.name.lastIndexOf(u'/');
    QHash<QString, QString> names;
    for (const auto &repository : m_repositories)
        names.insert(repository.shortName, slash < 0 ? repository.shortName : repository.name);
    QStringList nearest;
    for (const auto &name : nearestWords(typed.name.sliced(slash + 1), names.keys()))
        nearest.append(names.value(name));
    return nearest;
}

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
    describe(search, sameRepositories(hits)); // also versions in other environments
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
