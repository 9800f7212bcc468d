#include "app/cli/commands/commands.h"
#include "app/cli/output/deployments/rulelist.h"
#include "app/cli/process/console.h"
#include "app/cli/sessions/watchchangesession.h"
#include "core/domain/watch/watchrequests.h"
#include "core/io/store/database/storefolder.h"
#include "core/io/store/deployments/followstore.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Reads the rules of the store: the owner writes a rule before it reports success.
Result<std::vector<FollowRule>> storedRules()
{
    auto store = FollowStore::openToRead(storeFile());
    if (!store)
        return tl::unexpected(store.error());
    return *store ? (*store)->rules() : std::vector<FollowRule>();
}

const FollowRule *find(const std::vector<FollowRule> &rules, const QString &name)
{
    const auto found = std::ranges::find(rules, name, &FollowRule::name);
    return found == rules.end() ? nullptr : &*found;
}

QString freeName(const std::vector<FollowRule> &rules)
{
    QString name;
    do {
        name = u"rule-"_s + watchIdFrom(QRandomGenerator::global()->generate64()).mid(1);
    } while (find(rules, name));
    return name;
}

class AddSession final : public WatchChangeSession
{
public:
    AddSession(const OwnerPlace &place, const Clock &clock, FollowRule rule, const OutputOptions &output)
        : WatchChangeSession(place, clock)
        , m_rule(std::move(rule))
        , m_output(output)
    { }

private:
    void start() override
    {
        changes().saveRule(m_rule, [this](const Result<QStringList> &saved) {
            if (!saved)
                return end(reportError(saved.error()));
            auto rules = storedRules(); // with the time of its creation
            if (!rules)
                return end(reportError(rules.error()));
            std::erase_if(*rules, [this](const FollowRule &rule) { return rule.name != m_rule.name; });
            const auto text = m_output.format == OutputFormat::Json ? ruleJson(*rules) : m_rule.name.toUtf8() + '\n';
            endFollowed(writeOutput(text) ? ExitCode::Done : ExitCode::Usage);
        });
    }

    FollowRule m_rule;
    OutputOptions m_output;
};

/// Changes one rule after the other. A failure is reported on one line and does not stop the others.
class ChangeSession final : public WatchChangeSession
{
public:
    ChangeSession(const OwnerPlace &place, const Clock &clock, const FollowChangeOptions &options)
        : WatchChangeSession(place, clock)
        , m_change(options.change)
        , m_names(options.names)
    { }

private:
    void start() override
    {
        if (m_names.isEmpty())
            return m_change == FollowChangeOptions::Change::Resume && m_anyDone ? endFollowed(m_code) : end(m_code);
        const auto name = m_names.takeFirst();
        const auto rules = storedRules();
        const auto *rule = rules ? find(*rules, name) : nullptr;
        if (!rule) {
            take(tl::unexpected(rules ? Error{Error::Kind::NotFound, name,
                                              u"no such rule; list rules with \"lynceus follow list\""_s, false, 0}
                                      : rules.error()));
            return start();
        }
        const auto next = [this](const Result<QStringList> &done) {
            take(done);
            start();
        };
        if (m_change == FollowChangeOptions::Change::Remove)
            return changes().removeRule(name, next);
        auto changed = *rule;
        changed.isPaused = m_change == FollowChangeOptions::Change::Pause;
        changes().saveRule(changed, next);
    }

    void take(const Result<QStringList> &done)
    {
        if (done)
            m_anyDone = true;
        else if (const auto code = reportError(done.error()); m_code == ExitCode::Done)
            m_code = code;
    }

    FollowChangeOptions::Change m_change;
    QStringList m_names; ///< rules still to be changed
    bool m_anyDone = false;
    ExitCode m_code = ExitCode::Done;
};

} // namespace

ExitCode runCommand(const FollowAddOptions &options, const CommandContext &context)
{
    const auto place = ownerPlace();
    if (!place)
        return reportError(place.error());
    const auto rules = storedRules();
    if (!rules)
        return reportError(rules.error());
    auto rule = options.rule;
    if (rule.name.isEmpty())
        rule.name = freeName(*rules);
    else if (find(*rules, rule.name))
        return reportError({Error::Kind::BadInput, u"--name "_s + rule.name,
                            u"a rule with this name already exists; remove it first, or use another name"_s, false, 0});
    AddSession session(*place, context.clock, rule, options.output);
    return execute(session, context, kRequestTimeout);
}

ExitCode runCommand(const FollowListOptions &options, const CommandContext &)
{
    const auto rules = storedRules();
    if (!rules)
        return reportError(rules.error());
    if (options.output.format == OutputFormat::Json)
        return writeOutput(ruleJson(*rules)) ? ExitCode::Done : ExitCode::Usage;
    if (options.output.format == OutputFormat::Csv)
        return writeOutput(ruleCsv(*rules)) ? ExitCode::Done : ExitCode::Usage;
    if (rules->empty())
        writeErrorLine(u"lynceus: no follow rules; add one with \"lynceus follow add\""_s);
    return writeOutput(ruleTable(*rules, styleFor(standardOutput(), false))) ? ExitCode::Done : ExitCode::Usage;
}

ExitCode runCommand(const FollowChangeOptions &options, const CommandContext &context)
{
    const auto place = ownerPlace();
    if (!place)
        return reportError(place.error());
    ChangeSession session(*place, context.clock, options);
    return execute(session, context, kRequestTimeout);
}

} // namespace lynceus
