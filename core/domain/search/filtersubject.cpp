#include "core/domain/search/filtersubject.h"

#include <array>

namespace lynceus {

namespace {

constexpr std::size_t kHealthCount = std::size_t(HealthStatus::Unknown) + 1;
constexpr std::size_t kSyncCount = std::size_t(SyncStatus::OutOfSync) + 1;

/// Cached, because there is a subject per application.
template<typename Status, std::size_t Count>
QStringView textOf(Status status)
{
    static const auto words = [] {
        std::array<QString, Count> all;
        for (std::size_t each = 0; each < Count; ++each)
            all.at(each) = nameOf(Status(each)).toLower();
        return all;
    }();
    return words.at(std::size_t(status));
}

} // namespace

FilterSubject filterSubject(const Application &application)
{
    auto subject = subjectWithoutImages(application);
    const auto &images = application.summaryImages;
    subject.searched = SearchedText(subject.name, subject.project,
                                    images.size() == 1 ? images.front().toLower() : images.join(u'\n').toLower());
    return subject;
}

FilterSubject subjectWithoutImages(const Application &application)
{
    FilterSubject subject;
    // Most names are lower case: toLower() then shares the application's string.
    subject.name = application.name.toLower();
    subject.nameSpace = application.nameSpace.toLower();
    subject.project = application.project.toLower();
    subject.labels = &application.labels;
    subject.health = filterWord(application.health.status);
    subject.sync = filterWord(application.sync);
    return subject;
}

QStringView filterWord(HealthStatus health)
{
    return textOf<HealthStatus, kHealthCount>(health);
}

QStringView filterWord(SyncStatus sync)
{
    return textOf<SyncStatus, kSyncCount>(sync);
}

} // namespace lynceus
