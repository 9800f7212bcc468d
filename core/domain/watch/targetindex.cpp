#include "core/domain/watch/targetindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

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

} // namespace lynceus
