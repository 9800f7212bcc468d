#include "app/cli/options/readers/followcalls.h"

#include "app/cli/options/optionreader.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLeastTime{1'000}; // shorter values are probably a wrong unit

Result<FollowRule::Notify> notifyValue(const QString &text)
{
    using Notify = FollowRule::Notify;
    return choiceValue(u"--notify"_s, text, std::array{Notify::All, Notify::Problems, Notify::Nothing});
}

/// checkRule() requires a name; the command generates one if it is missing.
FollowRule named(FollowRule rule)
{
    if (rule.name.isEmpty())
        rule.name = u"rule"_s;
    return rule;
}

Result<Invocation> changeCall(const ParsedWords &words, FollowChangeOptions::Change change)
{
    OptionReader reader(words);
    FollowChangeOptions options{change, words.words};
    options.names.removeDuplicates();
    const auto command = QString::fromLatin1(words.command->name);
    if (options.names.isEmpty())
        reader.fail({Error::Kind::BadInput, command, u"no rule given; usage: lynceus %1 NAME"_s.arg(command)});
    return finished(reader, std::move(options));
}

} // namespace

Result<Invocation> followAddCall(const ParsedWords &words)
{
    OptionReader reader(words);
    FollowAddOptions options;
    options.rule.filter = words.words.join(u' ');
    options.rule.name = words.last(u"--name"_s);
    reader.readDuration(u"--timeout"_s, options.rule.deadline, kLeastTime);
    reader.readDuration(u"--bake"_s, options.rule.bake);
    if (words.has(u"--notify"_s))
        options.rule.notify = reader.checked(notifyValue(words.last(u"--notify"_s)));
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    if (words.has(u"--name"_s) && !isValidRuleName(options.rule.name))
        reader.fail({Error::Kind::BadInput, u"--name "_s + options.rule.name,
                     u"not a name of a rule; use up to 40 letters, digits, '.', '_' and '-'"_s});
    if (words.words.isEmpty())
        reader.fail({Error::Kind::BadInput, u"follow add"_s,
                     u"no filter given; usage: lynceus follow add 'project:shop instance:prod'"_s});
    else if (const auto checked = checkRule(named(options.rule)); !checked)
        reader.fail(checked.error());
    return finished(reader, std::move(options));
}

Result<Invocation> followListCall(const ParsedWords &words)
{
    OptionReader reader(words);
    FollowListOptions options;
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json, OutputFormat::Csv});
    return finished(reader, options);
}

Result<Invocation> followPauseCall(const ParsedWords &words)
{
    return changeCall(words, FollowChangeOptions::Change::Pause);
}

Result<Invocation> followResumeCall(const ParsedWords &words)
{
    return changeCall(words, FollowChangeOptions::Change::Resume);
}

Result<Invocation> followRemoveCall(const ParsedWords &words)
{
    return changeCall(words, FollowChangeOptions::Change::Remove);
}

} // namespace lynceus
