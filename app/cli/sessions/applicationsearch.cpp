#include "app/cli/sessions/applicationsearch.h"

#include "app/cli/process/console.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString written(const ApplicationAddress &address)
{
    return address.nameSpace.isEmpty() ? address.name : address.nameSpace + u'/' + address.name;
}

/// Connects to one server inside an event loop.
class ConnectSession final : public CommandSession
{
public:
    ConnectSession(Servers &servers, QString name)
        : m_servers(servers)
        , m_name(std::move(name))
    { }

    [[nodiscard]] ServerConnection &connection() { return m_connection; }

private:
    void start() override
    {
        m_servers.connectTo(m_name, this, [this](Result<ServerConnection> connection) {
            if (!connection)
                return end(reportError(connection.error(), m_servers.way(m_name)));
            m_connection = std::move(*connection);
            end(ExitCode::Done);
        });
    }

    void timeOut() override { end(reportError(notDone({}, u"the keychain"_s, limit()), m_servers.way(m_name))); }

    Servers &m_servers;
    QString m_name;
    ServerConnection m_connection;
};

} // namespace

Result<FoundApplication> pickAmongServers(const std::vector<SearchAnswer> &answers, const ApplicationAddress &address)
{
    QStringList candidates;
    QStringList without;
    const FoundApplication *one = nullptr;
    const Error *ambiguous = nullptr;
    const SearchAnswer *silent = nullptr;
    for (const auto &answer : answers) {
        if (answer.found) {
            one = &*answer.found;
            candidates.append(u"%1:%2/%3"_s.arg(answer.instance, one->key.nameSpace, one->key.name));
        } else if (answer.found.error().kind == Error::Kind::BadInput) {
            ambiguous = &answer.found.error();
        } else if (answer.found.error().kind == Error::Kind::NotFound) {
            without.append(answer.instance);
        } else if (!silent) {
            silent = &answer;
        }
    }
    if (ambiguous)
        return tl::unexpected(*ambiguous);
    if (candidates.size() > 1)
        return badInput(u"several instances have it: %1; specify one of them"_s.arg(candidates.join(u", "_s)),
                        u"application "_s + written(address));
    if (one)
        return *one;
    if (silent) {
        auto error = silent->found.error();
        error.asked = silent->instance + (error.asked.isEmpty() ? QString() : u": "_s + error.asked);
        return tl::unexpected(std::move(error));
    }
    return tl::unexpected(
        Error{Error::Kind::NotFound, u"application "_s + written(address),
              u"it does not exist on %1, or these accounts do not have access to it"_s.arg(without.join(u", "_s)),
              false, 404});
}

/// The search on one server.
struct ApplicationSearch::Question
{
    QString name;
    ServerConnection connection{};
    std::unique_ptr<ArgoCdClient> client{};
    std::unique_ptr<ApplicationFinder> finder{};
    std::optional<Result<FoundApplication>> found{};
};

ApplicationSearch::ApplicationSearch(Servers &servers, ApplicationAddress address, const QStringList &projects,
                                     const Clock &clock)
    : m_servers(servers)
    , m_address(std::move(address))
    , m_projects(projects)
    , m_clock(clock)
{
    for (const auto &name : servers.names())
        m_questions.push_back(std::make_unique<Question>(Question{.name = name}));
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { giveUpSilent(kPatience); });
}

ApplicationSearch::~ApplicationSearch()
{
    // Clients settle pending requests as cancelled; ignore these results.
    m_isClosing = true;
    m_questions.clear();
}

void ApplicationSearch::start()
{
    m_patience.start(kPatience);
    for (const auto &question : m_questions) {
        m_servers.connectTo(question->name, this, [this, asked = question.get()](Result<ServerConnection> connection) {
            if (!connection)
                return settle(*asked, tl::unexpected(std::move(connection.error())));
            ask(*asked, std::move(*connection));
        });
    }
}

void ApplicationSearch::ask(Question &question, ServerConnection connection)
{
    question.connection = std::move(connection);
    question.client = std::make_unique<ArgoCdClient>(question.name, question.connection.access, m_clock);
    question.finder = std::make_unique<ApplicationFinder>(*question.client);
    std::ignore = question.finder->find(m_address, m_projects, this)
                      .then(this, [this, asked = &question](const Result<FoundApplication> &found) {
                          settle(*asked, found.map_error([&](const Error &error) {
                              return atServer(error, asked->connection.access.baseUrl);
                          }));
                      });
}

void ApplicationSearch::settle(Question &question, Result<FoundApplication> found)
{
    if (m_isClosing || question.found)
        return;
    question.found = std::move(found);
    const auto isOver = [](const auto &asked) { return asked->found.has_value(); };
    if (std::ranges::all_of(m_questions, isOver))
        conclude();
}

void ApplicationSearch::timeOut()
{
    giveUpSilent(limit());
}

void ApplicationSearch::giveUpSilent(Duration after)
{
    for (const auto &question : m_questions) {
        if (!question->found)
            settle(*question,
                   tl::unexpected(question->client
                                      ? noAnswer(question->connection, u"the list of applications"_s, after)
                                      : notDone({}, u"the keychain"_s, after)));
    }
}

void ApplicationSearch::conclude()
{
    m_patience.stop();
    std::vector<SearchAnswer> answers;
    for (const auto &question : m_questions)
        answers.push_back({question->name, *question->found});
    const auto picked = pickAmongServers(answers, m_address);
    std::optional<ExitCode> troubleCode; // of the reported error, whose line already names the instance
    for (const auto &answer : answers) {
        const bool isTrouble = !answer.found && answer.found.error().kind != Error::Kind::NotFound
            && answer.found.error().kind != Error::Kind::BadInput;
        if (!isTrouble)
            continue;
        const auto code = reportError(answer.found.error(), m_servers.way(answer.instance));
        if (!picked && picked.error().message == answer.found.error().message)
            troubleCode = troubleCode.value_or(code);
    }
    if (troubleCode)
        return end(*troubleCode);
    if (!picked)
        return end(reportError(picked.error()));
    const auto has =
        std::ranges::find_if(m_questions, [&](const auto &asked) { return asked->name == picked->key.instance; });
    m_located = LocatedApplication{(*has)->connection, *picked};
    end(ExitCode::Done);
}

Result<void> checkAwaited(const Servers &servers, const WaitOptions &options, const ApplicationName &name)
{
    if (!(options.waitForApp || options.withChildren) || !name.instance.isEmpty() || servers.names().size() < 2)
        return {};
    const auto question =
        options.waitForApp ? u"on which instance will it be created?"_s : u"on which instance is it?"_s;
    return badInput(question
                        + u" write %1:%2 (instances: %3)"_s.arg(servers.names().front(), written(name.address),
                                                                servers.names().join(u", "_s)),
                    u"--app "_s + written(name.address));
}

tl::expected<LocatedApplication, ExitCode> locate(Servers &servers, const ApplicationName &name,
                                                  const QStringList &projects, const CommandContext &context,
                                                  Duration limit)
{
    auto instance = servers.names().front();
    if (!name.instance.isEmpty()) {
        const auto named = servers.named(name.instance);
        if (!named) {
            auto error = named.error();
            error.asked = name.instance + u':' + name.address.name;
            return tl::unexpected(reportError(error));
        }
        instance = *named;
    } else if (servers.names().size() > 1) {
        ApplicationSearch search(servers, name.address, projects, context.clock);
        if (const auto code = execute(search, context, limit); code != ExitCode::Done)
            return tl::unexpected(code);
        return search.located();
    }
    ConnectSession session(servers, instance);
    if (const auto code = execute(session, context, limit); code != ExitCode::Done)
        return tl::unexpected(code);
    return LocatedApplication{std::move(session.connection()),
                              {{instance, name.address.nameSpace, name.address.name}, {}}};
}

} // namespace lynceus
