#include "core/domain/argocd/requests/applicationfilter.h"

namespace lynceus {

Result<ApplicationFilter> ApplicationFilter::from(const ListFilter &wanted)
{
    auto selector = parseLabelSelector(wanted.selector);
    if (!selector)
        return tl::unexpected(std::move(selector.error()));
    ApplicationFilter filter;
    filter.m_wanted = wanted;
    filter.m_selector = std::move(*selector);
    return filter;
}

bool ApplicationFilter::matches(const Application &application) const
{
    const auto &wanted = m_wanted;
    const bool otherProject =
        !wanted.projects.isEmpty() && !application.project.isEmpty() && !wanted.projects.contains(application.project);
    const bool otherNamespace = !wanted.appNamespace.isEmpty() && !application.nameSpace.isEmpty()
        && application.nameSpace != wanted.appNamespace;
    const bool otherName = !wanted.name.isEmpty() && application.name != wanted.name;
    return !otherProject && !otherNamespace && !otherName && lynceus::matches(m_selector, application.labels);
}

} // namespace lynceus
