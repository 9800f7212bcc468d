#include "app/cli/options/readers/watchcalls.h"

#include "app/cli/options/readers/expectation.h"
#include "core/domain/watch/watchrequests.h"

#include <QDate>

#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kLeastTime{1'000}; // shorter values are probably a wrong unit

constexpr std::array kPastOutcomes{Outcome::Deployed, Outcome::Failed, Outcome::TimedOut, Outcome::Superseded,
                                   Outcome::Aborted,  Outcome::Gone,   Outcome::Cancelled};

Result<Outcome> outcomeValue(const QString &text)
{
    return choiceValue(u"--outcome"_s, text, kPastOutcomes);
}

Result<Deployment::Outcome> deploymentOutcomeValue(const QString &text)
{
    using Outcome = Deployment::Outcome;
    return choiceValue(u"--outcome"_s, text,
                       std::array{Outcome::InProgress, Outcome::Deployed, Outcome::Failed, Outcome::TimedOut,
                                  Outcome::Superseded, Outcome::Unknown});
}

Result<Actor::Kind> actorValue(const QString &text)
{
    using Kind = Actor::Kind;
    return choiceValue(u"--actor"_s, text,
                       std::array{Kind::User, Kind::Automated, Kind::ImageUpdater, Kind::ApplicationSet, Kind::Rollback,
                                  Kind::ParameterOverride});
}

Result<Deployment::Proof> proofValue(const QString &text)
{
    using Proof = Deployment::Proof;
    return choiceValue(u"--proof"_s, text, std::array{Proof::Watched, Proof::Observed, Proof::Reconstructed});
}

/// "7d", "2026-11-23" (local midnight), "2026-11-23T08:32:52Z".
Result<Moment> momentValue(const QString &option, const QString &text)
{
    if (const auto ago = parseDuration(text))
        return Moment{*ago, {}};
    if (const auto time = parseRfc3339(text.toUtf8()))
        return Moment{std::nullopt, *time};
    if (const auto day = QDate::fromString(text, Qt::ISODate); day.isValid())
        return Moment{std::nullopt, Instant{Duration{day.startOfDay().toMSecsSinceEpoch()}}};
    return badInput(u"is not a time; use a duration (7d, 12h), a date (2026-11-23) or RFC 3339"_s,
                    option + u' ' + text);
}

std::optional<Moment> readMoment(OptionReader &reader, const ParsedWords &words, const QString &option)
{
    if (!words.has(option))
        return std::nullopt;
    return reader.checked(momentValue(option, words.last(option)));
}

void readLimit(OptionReader &reader, const ParsedWords &words, int &limit)
{
    if (!words.has(u"--limit"_s))
        return;
    bool isNumber = false;
    limit = words.last(u"--limit"_s).toInt(&isNumber);
    if (!isNumber || limit < 1)
        reader.fail(
            {Error::Kind::BadInput, u"--limit "_s + words.last(u"--limit"_s), u"must be an integer, 1 or more"_s});
}

/// The filters that all commands about past events share; instance and times are added later.
template<typename Query>
PastOptions readPast(OptionReader &reader, const ParsedWords &words, Query &query)
{
    query.application = words.last(u"--app"_s);
    query.text = words.last(u"--text"_s);
    readLimit(reader, words, query.limit);
    return {words.last(u"--instance"_s), readMoment(reader, words, u"--since"_s),
            readMoment(reader, words, u"--until"_s)};
}

PastOptions readDeployments(OptionReader &reader, const ParsedWords &words, DeploymentQuery &query)
{
    query.outcomes = reader.each<Deployment::Outcome>(u"--outcome"_s, deploymentOutcomeValue);
    query.actors = reader.each<Actor::Kind>(u"--actor"_s, actorValue);
    query.proofs = reader.each<Deployment::Proof>(u"--proof"_s, proofValue);
    query.project = words.last(u"--project"_s);
    query.rule = words.last(u"--rule"_s);
    return readPast(reader, words, query);
}

/// At least one id, without duplicates.
QStringList watchIds(OptionReader &reader, const ParsedWords &words)
{
    auto ids = words.words;
    ids.removeDuplicates();
    const auto command = QString::fromLatin1(words.command->name);
    if (ids.isEmpty())
        reader.fail({Error::Kind::BadInput, command, u"no watch given; usage: lynceus %1 ID"_s.arg(command)});
    return ids;
}

/// Rejects a @p duration of an option that exceeds the limit for deadlines.
void checkNotTooLong(OptionReader &reader, const QString &option, Duration duration)
{
    if (duration > kLongestTimeout)
        reader.fail({Error::Kind::BadInput, option + u' ' + formatDuration(duration),
                     u"too long; at most %1"_s.arg(formatDuration(kLongestTimeout))});
}

} // namespace

QString nameOf(ReportOptions::Format format)
{
    switch (format) {
    case ReportOptions::Format::Html:
        return u"html"_s;
    case ReportOptions::Format::Markdown:
        return u"markdown"_s;
    case ReportOptions::Format::Json:
        return u"json"_s;
    case ReportOptions::Format::Csv:
        break;
    }
    return u"csv"_s;
}

Result<Invocation> daemonCall(const ParsedWords &words)
{
    OptionReader reader(words);
    DaemonOptions options;
    if (words.has(u"--idle"_s))
        reader.readDuration(u"--idle"_s, options.idle.emplace(), kLeastTime);
    return finished(reader, options);
}

Result<Invocation> watchAddCall(const ParsedWords &words)
{
    OptionReader reader(words);
    WatchAddOptions options;
    options.expectation = readExpectation(reader, words);
    checkNotTooLong(reader, u"--timeout"_s, options.expectation.timeout);
    options.release = words.last(u"--release"_s);
    options.note = words.last(u"--note"_s);
    options.requestTimeout = reader.requestTimeout();
    options.expectation.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    return finished(reader, std::move(options));
}

Result<Invocation> watchExtendCall(const ParsedWords &words)
{
    OptionReader reader(words);
    WatchExtendOptions options;
    options.ids = watchIds(reader, words);
    reader.readDuration(u"--by"_s, options.by, kLeastTime);
    checkNotTooLong(reader, u"--by"_s, options.by);
    return finished(reader, std::move(options));
}

Result<Invocation> watchRepeatCall(const ParsedWords &words)
{
    OptionReader reader(words);
    WatchRepeatOptions options;
    options.ids = watchIds(reader, words);
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    return finished(reader, std::move(options));
}

Result<Invocation> watchCancelCall(const ParsedWords &words)
{
    OptionReader reader(words);
    WatchCancelOptions options{watchIds(reader, words)};
    return finished(reader, std::move(options));
}

Result<Invocation> historyCall(const ParsedWords &words)
{
    OptionReader reader(words);
    HistoryOptions options;
    options.query.outcomes = reader.each<Outcome>(u"--outcome"_s, outcomeValue);
    options.past = readPast(reader, words, options.query);
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json, OutputFormat::Csv});
    return finished(reader, std::move(options));
}

Result<Invocation> deploymentsCall(const ParsedWords &words)
{
    OptionReader reader(words);
    DeploymentsOptions options;
    options.past = readDeployments(reader, words, options.query);
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json, OutputFormat::Csv});
    return finished(reader, std::move(options));
}

Result<Invocation> watchShareCall(const ParsedWords &words)
{
    OptionReader reader(words);
    WatchShareOptions options;
    if (words.words.size() < 2)
        reader.fail({Error::Kind::BadInput, u"watch share"_s,
                     u"a watch and a team server are needed; usage: lynceus watch share ID SERVER"_s});
    options.id = words.words.value(0);
    options.server = words.words.value(1);
    options.author = words.last(u"--author"_s);
    options.project = words.last(u"--project"_s);
    options.instance = words.last(u"--instance"_s);
    options.deployTokenFile = words.last(u"--deploy-token-file"_s);
    options.isDryRun = words.has(u"--dry-run"_s);
    options.requestTimeout = reader.requestTimeout();
    return finished(reader, std::move(options));
}

Result<Invocation> tasksCall(const ParsedWords &words)
{
    OptionReader reader(words);
    TasksOptions options;
    options.servers = words.all(u"--team-server"_s);
    options.app = words.last(u"--app"_s);
    options.author = words.last(u"--author"_s);
    if (words.has(u"--state"_s))
        options.state = reader.checked(choiceValue(u"--state"_s, words.last(u"--state"_s), kTaskStates));
    options.since = readMoment(reader, words, u"--since"_s).value_or(options.since);
    readLimit(reader, words, options.limit);
    options.isFollowed = words.has(u"--follow"_s);
    options.requestTimeout = reader.requestTimeout();
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json, OutputFormat::Jsonl});
    const bool isArray = options.output.format == OutputFormat::Json;
    if (options.isFollowed && isArray)
        reader.fail({Error::Kind::BadInput, u"--output json"_s,
                     u"an array has an end, --follow has none; use --output jsonl"_s});
    return finished(reader, std::move(options));
}

Result<Invocation> reportCall(const ParsedWords &words)
{
    using Format = ReportOptions::Format;
    OptionReader reader(words);
    ReportOptions options;
    options.past = readDeployments(reader, words, options.query);
    if (words.has(u"--output"_s))
        options.format =
            reader.checked(choiceValue(u"--output"_s, words.last(u"--output"_s),
                                       std::array{Format::Html, Format::Markdown, Format::Json, Format::Csv}));
    options.utc = words.has(u"--utc"_s);
    return finished(reader, std::move(options));
}

Result<Invocation> watchListCall(const ParsedWords &words)
{
    OptionReader reader(words);
    WatchListOptions options;
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    return finished(reader, options);
}

Result<Invocation> watchShowCall(const ParsedWords &words)
{
    OptionReader reader(words);
    WatchShowOptions options;
    options.id = words.words.value(0);
    if (options.id.isEmpty())
        reader.fail({Error::Kind::BadInput, u"watch show"_s, u"no watch given; usage: lynceus watch show ID"_s});
    options.output = reader.output({OutputFormat::Text, OutputFormat::Json});
    return finished(reader, std::move(options));
}

} // namespace lynceus
