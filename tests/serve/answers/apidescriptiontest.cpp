#include "app/serve/answers/apidescription.h"

#include "app/serve/verdictjson.h"
#include "app/serve/webhooks/webhookmessage.h"
#include "core/domain/tasks/messagetemplate.h"
#include "core/io/serve/bodysource.h"
#include "core/io/tasks/tasksubmission.h"
#include "tests/serve/answers/jsonschema.h"
#include "tests/serve/fullrecord.h"
#include "tests/serve/taskapifixture.h"

#include <set>

namespace lynceus::test {

namespace {

const QByteArray kId = "00000000-0000-4000-8000-000000000001";

QJsonValue valueOf(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().first();
}

JsonSchema description()
{
    return JsonSchema(QJsonDocument::fromJson(apiDescription()).object());
}

QStringList faultsOf(const JsonSchema &schemas, const QString &name, const QJsonValue &value)
{
    const auto schema = schemas.at(u"#/components/schemas/"_s + name);
    return schema.isObject() ? schemas.faults(value, schema.toObject()) : QStringList{name + u" is not described"_s};
}

QStringList namesIn(const QJsonValue &enumeration)
{
    QStringList names;
    for (const auto &name : enumeration.toArray())
        names += name.toString();
    return names;
}

/// Calls the API and compares the answer with its description for the path, method and status.
class ApiDescriptionTest : public TaskApiFixture
{
protected:
    /// @p path as in the description, for example "/api/v1/tasks/{id}".
    HttpReply described(const QByteArray &method, const QString &path, const QByteArray &target,
                        const QByteArray &body = {}, const QByteArray &type = "application/json",
                        const QByteArray &token = kDeployToken)
    {
        auto reply = call(method, target, body, type, token);
        const auto fault = faultOf(QString::fromLatin1(method).toLower(), path, reply);
        EXPECT_TRUE(fault.isEmpty()) << fault.toStdString() << ": " << method.toStdString() << ' '
                                     << target.toStdString() << ' ' << reply.status << ' ' << reply.body.toStdString();
        return reply;
    }

    /// The same for a path without parameters.
    HttpReply described(const QByteArray &target) { return described("GET", QString::fromLatin1(target), target); }

    [[nodiscard]] QString faultOf(const QString &method, const QString &path, const HttpReply &reply) const
    {
        const auto operation = m_schemas.document()[u"paths"_s][path][method];
        const auto answer = m_schemas.resolved(operation[u"responses"_s][QString::number(reply.status)]);
        if (!answer.isObject())
            return u"this status is not described"_s;
        const auto mediaType = QString::fromLatin1(reply.contentType).section(u';', 0, 0);
        const auto schema = answer[u"content"_s][mediaType][u"schema"_s];
        if (!schema.isObject())
            return mediaType + u" is not described"_s;
        if (reply.headers.value("Retry-After").isEmpty() == answer[u"headers"_s].isObject())
            return u"Retry-After is not as described"_s;
        const auto value =
            mediaType == "application/json"_L1 ? valueOf(reply.body) : QJsonValue(QString::fromUtf8(reply.body));
        return m_schemas.faults(value, schema.toObject()).join(u"; "_s);
    }

    /// Another replica holds the lease, so the task does not change.
    void store(const WatchRecord &record, TaskState state)
    {
        StoredTask stored;
        stored.task = {.id = record.id,
                       .instance = u"prod"_s,
                       .app = u"shop-web"_s,
                       .author = u"ada"_s,
                       .project = u"shop"_s,
                       .revision = u"3f2a1b0"_s,
                       .state = state,
                       .reason = u"why"_s,
                       .created = m_clock.now(),
                       .updated = m_clock.now(),
                       .token = u"pipeline"_s};
        stored.watch.record = record;
        ASSERT_TRUE(m_store->add(stored, u"another"_s, Duration{3'600'000},
                                 [](const StoredTask &) { return std::optional<StoredTask>(); }));
    }

    const JsonSchema m_schemas = description();
};

} // namespace

TEST(ApiDescription, DescribesEveryRouteAndNothingElse)
{
    const auto document = description().document();
    std::set<QString> served;
    for (const auto &endpoint : TaskApi::endpoints()) {
        const auto path = QString::fromLatin1(endpoint.path).replace(u'*', "{id}"_L1);
        const auto method = QString::fromLatin1(endpoint.method).toLower();
        served.insert(method + u' ' + path);
        const auto operation = document[u"paths"_s][path][method];
        const QJsonArray credentials{QJsonObject{{u"deployToken"_s, QJsonArray()}},
                                     QJsonObject{{u"bearer"_s, QJsonArray()}}};
        auto expected = endpoint.need == TaskApi::Need::Nothing ? QJsonArray() : credentials;
        if (endpoint.need == TaskApi::Need::Reading)
            expected.prepend(QJsonObject());
        EXPECT_EQ(operation[u"security"_s], expected) << endpoint.path.toStdString();
    }
    std::set<QString> described;
    std::set<QString> ids;
    const auto paths = document[u"paths"_s].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const auto &method : path->toObject().keys()) {
            if (method == "parameters"_L1)
                continue;
            described.insert(method + u' ' + path.key());
            ids.insert((*path)[method][u"operationId"_s].toString());
        }
        EXPECT_EQ(path.key().contains(u'{'), path->toObject().contains("parameters"_L1)) << path.key().toStdString();
    }
    EXPECT_EQ(described, served);
    EXPECT_EQ(ids.size(), served.size()) << "every operation has a unique operationId";
}

TEST(ApiDescription, UsesOnlyCheckedKeywords)
{
    const auto schemas = description();
    const auto all = schemas.schemas();
    EXPECT_GT(all.size(), 150);
    for (const auto &[place, schema] : all)
        EXPECT_EQ(schemas.faultsOfSchema(schema), QStringList()) << place.toStdString();
}

// The description must name every field of an answer.
TEST(ApiDescription, AllowsNoOtherFieldsInAnswers)
{
    int closed = 0;
    for (const auto &[place, schema] : description().schemas()) {
        const bool isRequest = place.contains("/schemas/New"_L1) || place.contains("/schemas/Extension"_L1);
        if (isRequest || !schema.contains("properties"_L1))
            continue;
        EXPECT_EQ(schema[u"additionalProperties"_s], QJsonValue(false)) << place.toStdString();
        ++closed;
    }
    EXPECT_GE(closed, 20);
}

TEST(ApiDescription, ReferencesResolve)
{
    const auto text = QString::fromUtf8(apiDescription());
    const auto schemas = description();
    int references = 0;
    const QString mark = u"\"$ref\": \""_s;
    for (auto at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1), ++references) {
        const auto pointer = text.sliced(at + mark.size()).section(u'"', 0, 0);
        EXPECT_TRUE(schemas.at(pointer).isObject()) << pointer.toStdString();
    }
    EXPECT_GT(references, 100);
}

TEST(ApiDescription, NamesTheStatesOfTasks)
{
    const auto schemas = description();
    QStringList states;
    for (const auto state : kTaskStates)
        states += nameOf(state);
    EXPECT_EQ(namesIn(schemas.at(u"#/components/schemas/TaskState/enum"_s)), states);
}

TEST(ApiDescription, ServerAcceptsTasksThatMatchIt)
{
    const auto schemas = description();
    const QByteArray rest = R"("app":"shop-web","author":"ada","project":"shop")";
    const QByteArray images = R"("images":[{"image":"ghcr.io/acme/shop-web","tag":"1.5.0"}])";
    int accepted = 0;
    const QList<QByteArray> bodies{
        '{' + rest + ',' + images + '}',
        '{' + rest + ',' + images + R"(,"revision":null,"chart_version":"","instance":null,"other":1})",
        '{' + rest + ',' + images + R"(,"timeout":0,"refresh":null})",
        '{' + rest + ',' + images + R"(,"timeout":7776000,"refresh":false,"instance":"prod"})",
        '{' + rest + R"(,"revision":"3f2a1b0"})",
        '{' + rest + R"(,"revision":"3f2a1b0","images":null})",
        '{' + rest + R"(,"chart_version":"1.5.2","images":[]})",
        '{' + rest + '}',
        '{' + rest + R"(,"images":[]})",
        '{' + rest + R"(,"images":{}})",
        '{' + rest + R"(,"images":["ghcr.io/acme/shop-web:1.5.0"]})",
        '{' + rest + R"(,"images":[{"image":"ghcr.io/acme/shop-web"}]})",
        '{' + rest + R"(,"images":[{"image":"ghcr.io/acme/shop-web","tag":""}]})",
        '{' + rest + R"(,"revision":"3f2a1b0","chart_version":"1.5.2"})",
        '{' + rest + ',' + images + R"(,"revision":"3f2a1b0"})",
        '{' + rest + ',' + images + R"(,"timeout":-1})",
        '{' + rest + ',' + images + R"(,"timeout":7776001})",
        '{' + rest + ',' + images + R"(,"timeout":"900"})",
        '{' + rest + ',' + images + R"(,"timeout":1.5})",
        '{' + rest + ',' + images + R"(,"refresh":"true"})",
        '{' + rest + ',' + images + R"(,"instance":1})",
        R"({"app":"","author":"ada","project":"shop",)" + images + '}',
        R"({"app":"shop-web","author":null,"project":"shop",)" + images + '}',
        R"({"app":"shop-web","author":"ada",)" + images + '}',
        R"({"app":"shop-web","author":"ada","project":")" + QByteArray(2'000, 'p') + R"(",)" + images + '}',
        R"({"app":"shop-web","author":"ada","project":")" + QByteArray(2'001, 'p') + R"(",)" + images + '}',
    };
    for (const auto &body : bodies) {
        const bool isAccepted = taskFromJson(body).has_value();
        const auto faults = faultsOf(schemas, u"NewTask"_s, valueOf(body));
        EXPECT_EQ(faults.isEmpty(), isAccepted)
            << body.left(300).toStdString() << ' ' << faults.join(u"; "_s).toStdString();
        accepted += isAccepted ? 1 : 0;
    }
    EXPECT_EQ(accepted, 8);
    for (const auto *body : {R"({"timeout":1})", R"({"timeout":7776000})", R"({"timeout":0})", R"({"timeout":7776001})",
                             "{}", R"({"timeout":null})", R"({"timeout":"1"})"})
        EXPECT_EQ(faultsOf(schemas, u"Extension"_s, valueOf(body)).isEmpty(), extensionFromJson(body).has_value())
            << body;
}

TEST(ApiDescription, DescribesTheMessagesOfWebhooks)
{
    StoredTask stored;
    stored.watch.record = recordWithEverything();
    stored.task.id = stored.watch.record.id;
    const auto schemas = description();
    for (const auto event : {TaskEvent::Started, TaskEvent::Failing, TaskEvent::Ended}) {
        for (const auto &url : {QUrl(), QUrl(u"https://lynceus.acme.example"_s)}) {
            const auto message = MessageTemplate::parse(builtInTemplate(u"json"_s, !url.isEmpty()), messageValueNames(),
                                                        messageDocumentNames());
            ASSERT_TRUE(message);
            const auto body = message->rendered(messageValues(stored, event, url), messageDocuments(stored));
            EXPECT_EQ(faultsOf(schemas, u"TaskEvent"_s, valueOf(body)), QStringList()) << body.toStdString();
        }
    }
}

TEST_F(ApiDescriptionTest, IsReadWithoutACredential)
{
    m_config.access.openReading = false;
    start({u"prod"_s});
    const auto reply = call("GET", "/api/v1/openapi.json", {}, {}, {});
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.contentType, "application/json; charset=utf-8");
    const auto document = json(reply);
    EXPECT_EQ(document[u"info"_s][u"version"_s], QStringLiteral(LYNCEUS_VERSION));
    EXPECT_EQ(document[u"openapi"_s], u"3.1.0"_s);
    EXPECT_EQ(document, m_schemas.document());
    described("/api/v1/openapi.json");
    EXPECT_EQ(described("GET", u"/api/v1/tasks"_s, "/api/v1/tasks", {}, {}, {}).status, 401);
    EXPECT_EQ(described("GET", u"/"_s, "/", {}, {}, {}).status, 401);
}

TEST_F(ApiDescriptionTest, AnswersAboutATaskMatch)
{
    start({u"prod"_s});
    const auto added = described("POST", u"/api/v1/tasks"_s, "/api/v1/tasks", submission(m_app));
    ASSERT_EQ(added.status, 202);
    const auto path = "/api/v1/tasks/" + json(added)[u"id"_s].toString().toLatin1();
    const auto described200 = [&](const QString &form, const QByteArray &target) {
        EXPECT_EQ(described("GET", form, target).status, 200);
    };
    described200(u"/api/v1/tasks/{id}"_s, path);
    described200(u"/api/v1/tasks/{id}/verdict"_s, path + "/verdict");
    described200(u"/api/v1/tasks"_s, "/api/v1/tasks");
    described200(u"/api/v1/tasks"_s, "/api/v1/tasks?status=aborted");
    described200(u"/"_s, "/");
    described200(u"/task/{id}"_s, "/task/" + json(added)[u"id"_s].toString().toLatin1());
    EXPECT_EQ(described("POST", u"/api/v1/tasks/{id}/extend"_s, path + "/extend", R"({"timeout":5000})").status, 200);
    EXPECT_EQ(described("POST", u"/api/v1/tasks/{id}/cancel"_s, path + "/cancel", {}, {}).status, 200);
    described200(u"/api/v1/tasks/{id}"_s, path);
    described200(u"/api/v1/tasks/{id}/verdict"_s, path + "/verdict");

    const auto stream =
        described("GET", u"/api/v1/events"_s, "/api/v1/events?task=" + json(added)[u"id"_s].toString().toLatin1());
    ASSERT_TRUE(stream.source);
    const auto events = stream.source->next();
    const auto data = events.sliced(events.indexOf("data: ") + 6);
    EXPECT_EQ(faultsOf(m_schemas, u"TaskChange"_s, valueOf(data.first(data.indexOf('\n')))), QStringList())
        << events.toStdString();
}

TEST_F(ApiDescriptionTest, VerdictWithACauseMatches)
{
    start({u"prod"_s});
    auto record = recordWithEverything();
    record.id = QString::fromLatin1(kId);
    store(record, TaskState::Failed);
    const auto reply = described("GET", u"/api/v1/tasks/{id}/verdict"_s, "/api/v1/tasks/" + kId + "/verdict");
    ASSERT_EQ(reply.status, 200);
    const auto fields = m_schemas.at(u"#/components/schemas/Verdict/properties"_s).toObject();
    EXPECT_EQ(json(reply).keys(), fields.keys()) << "a verdict with everything has every described field";
    for (const auto &part : {u"Cause"_s, u"Blocker"_s}) {
        const auto described = m_schemas.at(u"#/components/schemas/%1/properties"_s.arg(part)).toObject();
        EXPECT_EQ(json(reply)[part.toLower()].toObject().keys(), described.keys());
    }
    const auto task = described("GET", u"/api/v1/tasks/{id}"_s, "/api/v1/tasks/" + kId);
    EXPECT_EQ(json(task)[u"revision"_s], u"3f2a1b0"_s);
    EXPECT_EQ(json(task)[u"status_reason"_s], u"why"_s);
}

TEST_F(ApiDescriptionTest, AnswersAboutTheServerMatch)
{
    m_config.defaults.registryProxies = {u"mirror.acme.example"_s};
    start({u"prod"_s, u"dev"_s});
    for (const auto *path : {"/api/v1/version", "/api/v1/config", "/api/v1/reachability", "/api/v1/deploy-lock",
                             "/livez", "/readyz", "/healthz", "/metrics", "/style.css", "/live.js"})
        EXPECT_EQ(described(path).status, 200) << path;
    EXPECT_EQ(described("/ws").status, 501);
    for (const auto *method : {"POST", "DELETE"})
        EXPECT_EQ(described(method, u"/api/v1/deploy-lock"_s, "/api/v1/deploy-lock").status, 501);
    m_config.instances.front().shownUrl = QUrl(u"https://cd.acme.example"_s);
    const auto config = json(described("/api/v1/config"));
    EXPECT_EQ(config.keys(), m_schemas.at(u"#/components/schemas/Config/properties"_s).toObject().keys());
    m_api->drain();
    EXPECT_EQ(described("/readyz").status, 503);
    EXPECT_EQ(described("/healthz").status, 503);
    EXPECT_EQ(described("POST", u"/api/v1/tasks"_s, "/api/v1/tasks", submission(m_app)).status, 503);
}

TEST_F(ApiDescriptionTest, RefusalsMatch)
{
    start({u"prod"_s}, 1);
    const QString tasks = u"/api/v1/tasks"_s;
    EXPECT_EQ(described("POST", tasks, "/api/v1/tasks", submission(m_app), "application/json", {}).status, 401);
    EXPECT_EQ(described("POST", tasks, "/api/v1/tasks", "{").status, 406);
    EXPECT_EQ(described("POST", tasks, "/api/v1/tasks", submission(m_app), "text/plain").status, 415);
    EXPECT_EQ(described("GET", tasks, "/api/v1/tasks?status=nonsense").status, 400);
    EXPECT_EQ(described("GET", u"/api/v1/events"_s, "/api/v1/events?task=x").status, 400);
    const auto path = "/api/v1/tasks/" + kId;
    EXPECT_EQ(described("GET", u"/api/v1/tasks/{id}"_s, path).status, 404);
    EXPECT_EQ(described("GET", u"/api/v1/tasks/{id}"_s, "/api/v1/tasks/" + QByteArray(300, 'x')).status, 404);
    EXPECT_EQ(described("GET", u"/api/v1/tasks/{id}/verdict"_s, path + "/verdict").status, 404);
    EXPECT_EQ(described("GET", u"/task/{id}"_s, "/task/" + kId).status, 404);
    const QString cancel = u"/api/v1/tasks/{id}/cancel"_s;
    const QString extend = u"/api/v1/tasks/{id}/extend"_s;
    EXPECT_EQ(described("POST", cancel, path + "/cancel").status, 404);
    EXPECT_EQ(described("POST", extend, path + "/extend", R"({"timeout":900})").status, 404);
    EXPECT_EQ(described("POST", extend, path + "/extend", "{}").status, 406);
    EXPECT_EQ(described("POST", extend, path + "/extend", R"({"timeout":900})", {}).status, 415);
    EXPECT_EQ(described("POST", extend, path + "/extend", R"({"timeout":900})", "application/json", {}).status, 401);

    ASSERT_EQ(described("POST", tasks, "/api/v1/tasks", submission(m_app)).status, 202);
    EXPECT_EQ(described("POST", tasks, "/api/v1/tasks", submission(m_app)).status, 429);
    auto ended = recordWithEverything();
    ended.id = QString::fromLatin1(kId);
    store(ended, TaskState::Failed);
    EXPECT_EQ(described("POST", cancel, path + "/cancel").status, 409);
    EXPECT_EQ(described("POST", extend, path + "/extend", R"({"timeout":900})").status, 409);
}

TEST_F(ApiDescriptionTest, AnswersWithoutADatabaseMatch)
{
    start({u"prod"_s});
    {
        TaskDatabase other(m_config.database, m_clock);
        ASSERT_TRUE(other.run(u"DROP TABLE task"_s));
    }
    const auto path = "/api/v1/tasks/" + kId;
    EXPECT_EQ(described("/api/v1/tasks").status, 503);
    EXPECT_EQ(described("GET", u"/api/v1/tasks/{id}"_s, path).status, 503);
    EXPECT_EQ(described("GET", u"/api/v1/tasks/{id}/verdict"_s, path + "/verdict").status, 503);
    EXPECT_EQ(described("POST", u"/api/v1/tasks"_s, "/api/v1/tasks", submission(m_app)).status, 503);
    EXPECT_EQ(described("POST", u"/api/v1/tasks/{id}/cancel"_s, path + "/cancel").status, 503);
    EXPECT_EQ(described("POST", u"/api/v1/tasks/{id}/extend"_s, path + "/extend", R"({"timeout":900})").status, 503);
    EXPECT_EQ(described("/").status, 503);
    EXPECT_EQ(described("GET", u"/task/{id}"_s, "/task/" + kId).status, 503);
    EXPECT_EQ(described("/readyz").status, 503);
    EXPECT_EQ(described("/api/v1/reachability").status, 200);
}

} // namespace lynceus::test
