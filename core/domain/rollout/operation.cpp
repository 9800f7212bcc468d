#include "core/domain/rollout/operation.h"

namespace lynceus {

using namespace Qt::StringLiterals;

QString operationKey(const std::optional<OperationState> &operation)
{
    if (!operation || !operation->startedAt)
        return {};
    return formatRfc3339(*operation->startedAt) + u'@' + operation->requestedRevisions.join(u',');
}

bool isOperationPending(const Application &application)
{
    if (application.pendingOperation)
        return true;
    const auto &operation = application.operationState;
    return operation
        && (operation->phase == OperationPhase::Running || operation->phase == OperationPhase::Terminating);
}

ImageMatcher::Match imagesApplied(const OperationState &operation, ImageMatcher &matcher)
{
    ImageMatcher::Match all;
    for (const auto &resource : operation.resources) {
        if (!resource.hookType.isEmpty())
            continue;
        const auto match = matcher.match(resource.images);
        all.repository |= match.repository;
        all.image |= match.image;
    }
    return all;
}

bool carriesImages(const OperationState &operation, RolloutMemory &memory)
{
    const auto applied = imagesApplied(operation, memory.matcher);
    if (applied.image == memory.matcher.all())
        return true;
    // The same revision with other images: a parameter of the application was changed since, not git.
    if (applied.repository & ~applied.image)
        return false;
    // All revisions together: of several sources most stay the same from release to release.
    return memory.imageRevisions.contains(operation.resultRevisions)
        || memory.imageRevisions.contains(operation.requestedRevisions);
}

const ApplicationCondition *comparisonProblem(const Application &application)
{
    const auto isProblem = [](const ApplicationCondition &condition) {
        return condition.type == "ComparisonError"_L1 || condition.type == "InvalidSpecError"_L1;
    };
    const auto found = std::ranges::find_if(application.conditions, isProblem);
    return found == application.conditions.end() ? nullptr : &*found;
}

} // namespace lynceus
