#include "core/domain/teamserver/servertask.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr auto kDigest = "sha256:"_L1;
constexpr qsizetype kShownDigest = 12; // hexadecimal digits, as in docker

QString shownTag(const QString &tag)
{
    return tag.startsWith(kDigest) ? tag.first(std::min(tag.size(), kDigest.size() + kShownDigest)) : tag;
}

} // namespace

QString awaitedVersion(const ServerTask &task)
{
    QStringList versions;
    for (const auto &image : task.images)
        versions += shownTag(image.tag);
    versions.removeDuplicates();
    if (!task.chartVersion.isEmpty())
        versions += u"chart "_s + task.chartVersion;
    if (!task.revision.isEmpty())
        versions += u"revision "_s + task.revision;
    return versions.join(u", "_s);
}

} // namespace lynceus
