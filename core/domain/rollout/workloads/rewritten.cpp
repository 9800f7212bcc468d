#include "core/domain/rollout/workloads/rewritten.h"

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QString lastPart(const QString &repository)
{
    return repository.section(u'/', -1);
}

// "mirror.acme.example/ghcr" for mirror.acme.example/ghcr/acme/web instead of ghcr.io/acme/web: the part before the
// repository, or before registry and repository.
QString prefixBetween(const ImageReference &expected, const ImageReference &actual)
{
    const auto name = repositoryName(actual);
    for (const auto &rest : {u'/' + repositoryName(expected), u'/' + expected.repository}) {
        if (name.endsWith(rest) && name.size() > rest.size())
            return name.chopped(rest.size());
    }
    return {};
}

std::optional<RewrittenImage> rewriting(const ImageReference &expected, const QString &image)
{
    const auto actual = parseImageReference(image);
    if (!actual || lastPart(actual->repository) != lastPart(expected.repository))
        return std::nullopt;
    const bool sameName = sameRepository(expected, *actual);
    const bool byDigest = !actual->digest.isEmpty() && expected.digest.isEmpty();
    const bool sameTag = !expected.tag.isEmpty() && expected.tag == actual->tag;
    const bool sameDigest = !expected.digest.isEmpty() && expected.digest == actual->digest;
    const bool otherContent = sameTag && !expected.digest.isEmpty() && !sameDigest; // or its digest is not known
    if (sameName ? !byDigest && !otherContent : !sameTag && !byDigest && !sameDigest)
        return std::nullopt;
    RewrittenImage rewritten{image, sameName ? QString() : prefixBetween(expected, *actual)};
    // Only a prefix that makes both match is useful.
    if (!rewritten.proxy.isEmpty() && !satisfies(expected, *actual, {rewritten.proxy}))
        rewritten.proxy.clear();
    return rewritten;
}

} // namespace

std::optional<RewrittenImage> rewrittenImage(const std::vector<ImageReference> &expected, const QStringList &images)
{
    for (const auto &image : images) {
        for (const auto &reference : expected) {
            if (auto found = rewriting(reference, image))
                return found;
        }
    }
    return std::nullopt;
}

std::optional<RewrittenImage> rewrittenPods(const RolloutMemory &memory, const WorkloadView &workload)
{
    const auto asked = workload.askedImages();
    const bool isApplied =
        workload.isKnownByPods || (workload.live && asked != 0 && (workload.applied.image & asked) == asked);
    const auto &operation = memory.application.value->operationState;
    if (!isApplied || !operation || !operation->startedAt)
        return std::nullopt;
    for (const auto &pod : workload.pods) {
        // Only pods that were created for this template; their age decides if revisions have no numbers.
        const bool isNew = pod.isCurrent() && pod.newest && !pod.carries && pod.node->createdAt
            && *pod.node->createdAt >= *operation->startedAt;
        if (!isNew)
            continue;
        if (auto found = rewrittenImage(memory.matcher.expected(), pod.node->images))
            return found;
    }
    return std::nullopt;
}

} // namespace lynceus
