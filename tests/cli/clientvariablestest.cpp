#include "app/cli/options/readers/clientvariables.h"

#include "app/cli/options/readers/viaoptions.h"

#include <QHash>

#include <gtest/gtest.h>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

using Environment = QHash<QString, QString>;

/// The variables from the recorded runs of Argo Watcher's client.
Environment recorded()
{
    return {{u"ARGO_WATCHER_URL"_s, u"http://127.0.0.1:19091"_s},
            {u"ARGO_APP"_s, u"awapp"_s},
            {u"IMAGES"_s, u"ghcr.io/acme/awapp"_s},
            {u"IMAGE_TAG"_s, u"598.1.0"_s},
            {u"COMMIT_AUTHOR"_s, u"ada"_s},
            {u"PROJECT_NAME"_s, u"https://git.acme.example/shop"_s}};
}

Result<ClientVariables> read(const Environment &environment, const QSet<QString> &given = {})
{
    return readClientVariables([&](const QString &name) { return environment.value(name); }, given);
}

Result<ClientVariables> readWith(const QString &name, const QString &value)
{
    auto environment = recorded();
    environment.insert(name, value);
    return read(environment);
}

} // namespace

TEST(ClientVariables, HaveTheClientsDefaults)
{
    const auto variables = read(recorded());
    ASSERT_TRUE(variables) << variables.error().message.toStdString();
    EXPECT_EQ(variables->server, u"http://127.0.0.1:19091"_s);
    EXPECT_EQ(variables->app, u"awapp"_s);
    EXPECT_EQ(variables->images, QStringList{u"ghcr.io/acme/awapp:598.1.0"_s});
    EXPECT_EQ(variables->author, u"ada"_s);
    EXPECT_EQ(variables->project, u"https://git.acme.example/shop"_s);
    EXPECT_EQ(variables->taskTimeout, std::nullopt);
    EXPECT_EQ(variables->refresh, std::nullopt);
    EXPECT_EQ(variables->interval, Duration{15'000});
    EXPECT_EQ(variables->requestTimeout, Duration{60'000});
    EXPECT_FALSE(variables->debug);
}

TEST(ClientVariables, AreParsedLikeInArgoWatchersClient)
{
    const auto with = [](const QString &name, const QString &value) { return readWith(name, value).value(); };
    EXPECT_EQ(with(u"IMAGES"_s, u"ghcr.io/acme/a,ghcr.io/acme/b"_s).images,
              (QStringList{u"ghcr.io/acme/a:598.1.0"_s, u"ghcr.io/acme/b:598.1.0"_s}));
    EXPECT_EQ(with(u"IMAGES"_s, u"ghcr.io/acme/a, ghcr.io/acme/b"_s).images.last(), u"ghcr.io/acme/b:598.1.0"_s);
    EXPECT_EQ(with(u"IMAGE_TAG"_s, u"sha256:abc"_s).images, QStringList{u"ghcr.io/acme/awapp@sha256:abc"_s});
    EXPECT_EQ(with(u"TASK_TIMEOUT"_s, u"45"_s).taskTimeout, Duration{45'000});
    EXPECT_EQ(with(u"TASK_TIMEOUT"_s, u"0"_s).taskTimeout, std::nullopt) << "0 is the server's default";
    EXPECT_EQ(with(u"TASK_REFRESH"_s, u"true"_s).refresh, true);
    EXPECT_EQ(with(u"TASK_REFRESH"_s, u"0"_s).refresh, false);
    EXPECT_EQ(with(u"RETRY_INTERVAL"_s, u"2s"_s).interval, Duration{2'000});
    EXPECT_EQ(with(u"TIMEOUT"_s, u"1m30s"_s).requestTimeout, Duration{90'000});
    EXPECT_TRUE(with(u"DEBUG"_s, u"TRUE"_s).debug);
    EXPECT_FALSE(with(u"DEBUG"_s, u"F"_s).debug);
}

TEST(ClientVariables, AllMissingVariablesAreReportedTogether)
{
    auto environment = recorded();
    for (const auto &name : {u"ARGO_APP"_s, u"IMAGES"_s, u"IMAGE_TAG"_s})
        environment.insert(name, {});
    const auto variables = read(environment);
    ASSERT_FALSE(variables);
    EXPECT_EQ(variables.error().kind, Error::Kind::BadInput);
    EXPECT_EQ(variables.error().asked, u"ARGO_APP, IMAGES, IMAGE_TAG"_s);
    EXPECT_TRUE(read(environment, {u"ARGO_APP"_s, u"IMAGES"_s, u"IMAGE_TAG"_s})) << "options replace the variables";
}

TEST(ClientVariables, InvalidVariableIsNamed)
{
    const std::vector<std::pair<QString, QString>> cases = {
        {u"IMAGES"_s, u"a,,b"_s},           {u"IMAGES"_s, u"a,"_s},        {u"TASK_TIMEOUT"_s, u"15m"_s},
        {u"TASK_TIMEOUT"_s, u"-1"_s},       {u"TASK_TIMEOUT"_s, u"1e9"_s}, {u"TASK_TIMEOUT"_s, u"99999999999"_s},
        {u"TASK_REFRESH"_s, u"yes"_s},      {u"DEBUG"_s, u"on"_s},         {u"RETRY_INTERVAL"_s, u"15"_s},
        {u"RETRY_INTERVAL"_s, u"-2s"_s},    {u"RETRY_INTERVAL"_s, u"0"_s}, {u"TIMEOUT"_s, u"1 s"_s},
        {u"EXPECTED_DEPLOY_TIME"_s, u"x"_s}};
    for (const auto &[name, value] : cases) {
        const auto variables = readWith(name, value);
        ASSERT_FALSE(variables) << name.toStdString() << '=' << value.toStdString();
        EXPECT_EQ(variables.error().kind, Error::Kind::BadInput);
        EXPECT_EQ(variables.error().asked, name + u'=' + value);
        EXPECT_FALSE(variables.error().message.isEmpty());
    }
}

TEST(ClientVariables, DurationsUseGoSyntax)
{
    const std::vector<std::pair<QString, Duration>> good = {
        {u"0"_s, Duration{0}},          {u"15s"_s, Duration{15'000}},     {u"500ms"_s, Duration{500}},
        {u"1m30s"_s, Duration{90'000}}, {u"1.5h"_s, Duration{5'400'000}}, {u"1h0m0.5s"_s, Duration{3'600'500}},
        {u"2000us"_s, Duration{2}},     {u"2000µs"_s, Duration{2}},       {u"3000000ns"_s, Duration{3}}};
    for (const auto &[text, duration] : good)
        EXPECT_EQ(parseGoDuration(text).value_or(Duration{-1}), duration) << text.toStdString();
    for (const auto &text : {u""_s, u"15"_s, u"s"_s, u"1d"_s, u"1s "_s, u"+1s"_s, u"-1s"_s, u".5s"_s, u"1e3s"_s,
                             u"999999999h999999999h"_s})
        EXPECT_FALSE(parseGoDuration(text)) << text.toStdString();
}

TEST(TaskImages, SplitReferencesWithoutNormalizingNames)
{
    const std::vector<std::pair<QString, TaskImage>> cases = {
        {u"ghcr.io/acme/web:1.5.0"_s, {u"ghcr.io/acme/web"_s, u"1.5.0"_s}},
        {u"docker.io/library/nginx:1.25"_s, {u"docker.io/library/nginx"_s, u"1.25"_s}},
        {u"nginx"_s, {u"nginx"_s, u"latest"_s}},
        {u"localhost:5000/web"_s, {u"localhost:5000/web"_s, u"latest"_s}},
        {u"localhost:5000/web:1"_s, {u"localhost:5000/web"_s, u"1"_s}},
        {u"web@sha256:ab"_s, {u"web"_s, u"sha256:ab"_s}},
        {u"web:1@sha256:ab"_s, {u"web"_s, u"sha256:ab"_s}}};
    for (const auto &[text, image] : cases)
        EXPECT_EQ(taskImageFrom(text), image) << text.toStdString();
}

} // namespace lynceus::test
