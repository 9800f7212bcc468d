#include "app/cli/instances/storedregistry.h"

#include "app/cli/options/values.h"
#include "app/cli/process/console.h"
#include "core/domain/instances/instancerules.h"
#include "core/domain/redaction/redact.h"

using namespace Qt::StringLiterals;

namespace lynceus {

std::unique_ptr<InstanceRegistry> openRegistry(const Clock &clock)
{
    auto registry = std::make_unique<InstanceRegistry>(InstancesFile(InstancesFile::usualName()), clock);
    QObject::connect(registry.get(), &InstanceRegistry::noticeRaised, registry.get(), &reportWarning);
    registry->open();
    return registry;
}

Result<std::unique_ptr<InstanceRegistry>> openRegistryForChange(const Clock &clock)
{
    return InstancesFile(InstancesFile::usualName()).checkChangeable().map([&clock] { return openRegistry(clock); });
}

Result<std::vector<Instance>> chosenInstances(const InstanceRegistry &registry, const TeamServerRegistry &teamServers,
                                              const QString &name)
{
    const auto &all = registry.instances();
    if (!name.isEmpty() && teamServers.named(name))
        return badInput(u"this is a team server; the command needs an Argo CD instance"_s,
                        redactedText(name, kLongestInstanceName));
    if (all.empty())
        return badInput(u"no instances; add one with: lynceus instances add NAME URL"_s);
    if (name.isEmpty())
        return all;
    if (const auto *instance = registry.named(name))
        return std::vector{*instance};
    QStringList names;
    for (const auto &instance : all)
        names.append(instance.name);
    auto hint = didYouMean(name, names);
    if (hint.isEmpty())
        hint = u"; valid: %1"_s.arg(names.join(u", "_s));
    return badInput(u"unknown instance"_s + hint, redactedText(name, kLongestInstanceName));
}

QString addressText(const Instance &instance)
{
    return redactedUrl(instance.baseUrl);
}

QString nameOf(SignInMethod method)
{
    switch (method) {
    case SignInMethod::Sso:
        return u"sso"_s;
    case SignInMethod::Password:
        return u"password"_s;
    case SignInMethod::Token:
        return u"token"_s;
    case SignInMethod::Anonymous:
        break;
    }
    return u"anonymous"_s;
}

} // namespace lynceus
