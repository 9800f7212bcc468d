#include "core/domain/redaction/secretscanner.h"

#include "core/domain/redaction/jsonsecrets.h"
#include "core/domain/redaction/jsontokens.h"
#include "tests/support/plantedsecrets.h"

#include <QElapsedTimer>
#include <QFile>

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

/// A text, and what is shown of it.
using ShownText = std::pair<QByteArray, QByteArray>;

void expectShown(const std::vector<ShownText> &cases)
{
    for (const auto &[text, shown] : cases) {
        EXPECT_EQ(withoutSecrets(text).toStdString(), shown.toStdString());
        EXPECT_EQ(withoutSecrets(shown), shown);
    }
}

void expectKept(const std::vector<QByteArray> &texts)
{
    for (const auto &text : texts)
        EXPECT_EQ(withoutSecrets(text).toStdString(), text.toStdString());
}

/// Texts that verdicts and their readers need.
const QByteArray kUnchanged[] = {
    "ghcr.io/acme/shop-web:1.5.0",
    "ghcr.io/acme/auth-token:1.5.0",
    "ghcr.io/acme/secret:latest",
    "password-service:2.0.1-rc.1",
    "registry.acme.example:5000/team/token-service:v3.2",
    "ghcr.io/acme/shop-web:1.5.0@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "ghcr.io/acme/secrets@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "docker-pullable://ghcr.io/acme/shop@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "5adca32eb7d2710b5d4585d50445b586ef93640b",
    "successfully synced (all tasks run) to 5adca32eb7d2710b5d4585d50445b586ef93640b",
    "e2b4e0b4-1e5c-4f44-9c0e-0fda39086a66",
    "shop-search-5674b7d648-qb5zh",
    "controller-revision-hash=shop-db-6d9f7c4b5",
    "2026-11-23T08:32:52.123456789Z",
    "Back-off pulling image \"ghcr.io/acme/shop-web:1.6.0\"",
    "secret \"shop-db\" not found",
    "couldn't find key DB_PASSWORD in Secret shop/shop-db",
    "MountVolume.SetUp failed for volume \"token\" : secret \"shop-token\" not found",
    "failed to fetch token: serviceaccounts \"shop\" not found",
    "invalid session: token has invalid claims: token is expired",
    "Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.",
    "secretName: shop-db",
    "- secretRef:\n    name: shop-db\n",
    "passwordSecretKey: password",
    "imagePullSecrets:\n- name: regcred\n",
    "tokenExpirationSeconds: 3600",
    "--token-file=/var/run/secrets/kubernetes.io/serviceaccount/token",
    "automountServiceAccountToken: false",
    "admission webhook \"validate.acme.example\" denied the request: replicas: Invalid value: 0",
    "Readiness probe failed: HTTP probe failed with statuscode: 503",
    "pods \"shop\" is forbidden: exceeded quota: mem, requested: limits.memory=2Gi, used: limits.memory=4Gi",
    "ssh://git@github.com/acme/shop.git",
    "git@github.com:acme/shop.git",
    "https://git.acme.example:8443/acme/shop@main",
    "token: ${TOKEN}",
    "password={{ .Values.password }}",
    "key: node.kubernetes.io/not-ready",
    "authorization failed: access denied",
    "maxTokens: 100",
    "compass: north",
    "job shop-api-migrate failed, attempt 2",
    "0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available",
    "Created container: secret-init",
};

QByteArray quoted(const QByteArray &text)
{
    return '"' + jsonEscaped(text) + '"';
}

TEST(SecretScanner, DetectsMoreThanFortyKinds)
{
    EXPECT_GE(test::plantedSecrets().size(), 40U);
}

TEST(SecretScanner, LeavesNoSecretInAnyText)
{
    for (const auto &[kind, text, needle] : test::plantedSecrets()) {
        ASSERT_TRUE(text.contains(needle)) << kind;
        // A YAML text must begin on a line of its own.
        const auto last = text.contains('\n') ? "---\n" + text : "(" + text + ")";
        for (const auto &around : {text, "one line before\n" + text + "\nand one behind", last}) {
            const auto shown = withoutSecrets(around);
            EXPECT_FALSE(shown.contains(needle)) << kind << ": " << shown.toStdString();
            EXPECT_TRUE(shown.contains("…")) << kind << ": " << shown.toStdString();
            EXPECT_EQ(withoutSecrets(shown), shown) << kind << ": redaction is not idempotent";
        }
    }
}

TEST(SecretScanner, LeavesNoSecretInAnyJson)
{
    for (const auto &[kind, text, needle] : test::plantedSecrets()) {
        auto nested = quoted(text);
        for (int depth = 0; depth < 4; ++depth) {
            const auto json = R"({"message":)" + nested + R"(,"items":[1,)" + nested + "]}";
            const auto shown = jsonWithoutSecrets(json);
            EXPECT_FALSE(shown.contains(needle)) << kind << ' ' << depth << ": " << shown.toStdString();
            EXPECT_TRUE(jsonTokens(shown)) << kind << ' ' << depth << ": " << shown.toStdString();
            nested = quoted(json);
        }
    }
}

/// Each text contains "hunter2" only in its secret.
TEST(SecretScanner, FlagsOfProgramsAreRecognisedInEveryForm)
{
    const QByteArray secrets[] = {
        "curl --user=admin:hunter2 x",
        "curl -uadmin:hunter2 x",
        "curl -u 'admin:hunter2' x",
        "curl -u'admin:hunter2' x",
        "curl --proxy-user=\"admin:hunter2\" x",
        "mysql -uroot -p'hunter2' orders",
        "sshpass -phunter2 ssh host",
        "curl -fsS \\\n  --user admin:hunter2 \\\r\n  -U a:hunter2 x",
        R"(exec ["redis-cli", "-a", "hunter2", "ping"])",
        R"(exec ["mysqladmin","ping","-phunter2"])",
        R"(exec ["worker", "--password", "hunter2"])",
        "\"command\": [\n  \"redis-cli\",\n  \"-a\",\n  \"hunter2\"\n]",
    };
    for (const auto &text : secrets) {
        const auto shown = withoutSecrets(text);
        EXPECT_FALSE(shown.contains("hunter2")) << shown.toStdString();
        EXPECT_EQ(withoutSecrets(shown), shown) << text.toStdString();
    }
    expectKept({"mysql -P3306 -p", "curl --user-agent=lynceus -L x", "mongosh --port 27017",
                R"(["redis-cli", "-a", "-h"])", "mysql ping\nsort -p8", R"(run "mysql -p", "ghcr.io/acme/shop:1.5.0")",
                R"(["ps", "-u", "root"])"});
}

// curl(1): short options without a value may stand before the last one in the same word.
TEST(SecretScanner, CombinedFlagsOfCurlAreRecognised)
{
    expectShown({
        {"curl -su admin:hunter2 http://x", "curl -su … http://x"},
        {"curl -fsSLu admin:hunter2 http://x", "curl -fsSLu … http://x"},
        {"curl -suadmin:hunter2 http://x", "curl -su… http://x"},
        {"curl -ksU 'admin:hunter2' http://x", "curl -ksU '…' http://x"},
        {R"(exec ["curl", "-su", "admin:hunter2"])", R"(exec ["curl", "-su", "…"])"},
        {"command:\n- curl\n- -su\n- admin:hunter2\n", "command:\n- curl\n- -su\n- …\n"},
    });
    expectKept({"curl -fsSL http://x", "curl -so out http://x", "curl -sXPUT http://x", "curl -Hu:admin http://x",
                "wget -su http://x", "ps -su root"});
}

// https://yaml.org/spec/1.2.2/#74-flow-collection-styles
TEST(SecretScanner, FlowCollectionsOfYamlAreRecognised)
{
    expectShown({
        {"args: [--password, hunter2]", "args: [--password, …]"},
        {"args: [--password, hunter2, --verbose]\nimage: a/b:1\n", "args: [--password, …, --verbose]\nimage: a/b:1\n"},
        {"args: [--password, 'hunter2 x', a]", "args: [--password, '…', a]"},
        {"args: [\"--password\", hunter2]", "args: [\"--password\", …]"},
        {"args: [\n  --password,\n  hunter2,\n]\n", "args: [\n  --password,\n  …,\n]\n"},
        {"command: [mysqladmin, ping, -phunter2]", "command: [mysqladmin, ping, -p…]"},
        {"command: [curl, -u, admin:hunter2, http://x]", "command: [curl, -u, …, http://x]"},
        {"command: [redis-cli, -a, hunter2, ping]", "command: [redis-cli, -a, …, ping]"},
        {"env: [{name: DB_PASSWORD, value: hunter2}]", "env: [{name: DB_PASSWORD, value: …}]"},
        {"- {name: DB_PASSWORD, value: 'hunter2 x'}", "- {name: DB_PASSWORD, value: '…'}"},
        {R"(env {"name": "DB_PASSWORD", "value": "hunter2"})", R"(env {"name": "DB_PASSWORD", "value": "…"})"},
    });
    expectKept({"args: [--verbose, shop]", "args: [--password, --verbose]", "args: [--password, ${PASSWORD}]",
                "flags: [--password, or --token]", "set --password, and then --verbose",
                "args: [--token-file, /run/token]", "{name: LOG_LEVEL, value: debug}",
                "{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db}}}", "{name: DB_PASSWORD, value: ${PASSWORD}}",
                "{name: web, value: 1}"});
}

TEST(SecretScanner, SettingsWithHeadersAreRecognised)
{
    expectShown({
        {"authorization=Bearer hunter2token", "authorization=…"},
        {"HTTP_AUTHORIZATION=Basic dXNlcjpwYXNz", "HTTP_AUTHORIZATION=…"},
        {"authorization=Digest username=x, response=hunter2\nready", "authorization=…\nready"},
        {"HTTP_COOKIE=theme=dark; sid=hunter2", "HTTP_COOKIE=…"},
        {R"(curl -H "authorization=ApiKey hunter2" http://x)", R"(curl -H "authorization=…" http://x)"},
        {R"({\"a\":\"authorization=Bearer hunter2\",\"b\":1)", R"({\"a\":\"authorization=…\",\"b\":1)"},
        {"{authorization=false, level=info}", "{authorization=false, level=info}"},
        {"api_token=Token hunter2 level=info", "api_token=… level=info"},
        {"HTTP_AUTHORIZATION: Token hunter2 level=info", "HTTP_AUTHORIZATION: … level=info"},
        {"api_token=Token 'hunter2 x' level=info", "api_token=… '…' level=info"},
        {"upstream_token=Bearer  hunter2", "upstream_token=…"},
        {"authorization=${AUTHORIZATION} level=info", "authorization=${AUTHORIZATION} level=info"},
        {"--authorization-mode=Node,RBAC", "--authorization-mode=Node,RBAC"},
        {"https://x.example/a?authorization=hunter2&page=2", "https://x.example/a?authorization=…&page=2"},
    });
}

TEST(SecretScanner, SettingsAndFlagsOfOtherProgramsAreKept)
{
    expectKept({"oauth2-proxy --cookie-name=_oauth2 --upstream=http://127.0.0.1:8080",
                "cookie_max_age=3600 status=500 error=\"upstream timed out\"",
                "curl -fsSL https://x.example | docker run --user=1000:1000 img",
                "apt-get install -y curl && useradd -u1000 app", "docker run -p 8080:80 web:1.5.0", "tar -pxf a.tar"});
}

TEST(SecretScanner, HeadersAreRecognisedAsGoPrintsThem)
{
    expectShown({
        {"headers: map[X-Api-Key:[hunter2-9f] Accept:[*/*]]", "headers: map[X-Api-Key:[…] Accept:[*/*]]"},
        {"map[Private-Token:[a hunter2,b] X-Request-Id:[7]]", "map[Private-Token:[… …,…] X-Request-Id:[7]]"},
        {"passwords: [hunter2, other]\n", "passwords: […, …]\n"},
        {"tokens=[hunter2]", "tokens=[…]"},
        {"secrets: [shop-db https://a:hunter2@b.example]", "secrets: [shop-db https://…@b.example]"},
    });
    expectKept({"map[X-Auth-Token:[***] Age:[2]]", "missing secrets: [shop-db shop-web]", "secrets=[shop-db-2024]",
                "invalid token: [expired or revoked]", "maxTokens:[100]", "tokens: [{name: a}]", "token:[",
                "password:[]"});
}

TEST(SecretScanner, PasswordsInGoDataSourcesMayContainSeparators)
{
    expectShown({
        {"root:p@ssw0rd@tcp(db:3306)/shop", "root:…@tcp(db:3306)/shop"},
        {"root:pa/ss@tcp(db:3306)/shop", "root:…@tcp(db:3306)/shop"},
        {"root:p@ss@(db:3306)/shop", "root:…@(db:3306)/shop"},
        {"dial root:pa:ss@tcp(db:3306)/shop failed", "dial root:…@tcp(db:3306)/shop failed"},
        {"root:p(a,{s;@s@unix(/run/mysql.sock)/shop", "root:…@unix(/run/mysql.sock)/shop"},
        {"\"root:pa/ss@cloudsql-mysql(shop:eu:db)/shop\"", "\"root:…@cloudsql-mysql(shop:eu:db)/shop\""},
    });
    expectKept(
        {"shop:1.5.0 user@tcp(db:3306)/shop", "root@tcp(db:3306)/shop", "ghcr.io/acme/shop:1.5.0@sha256:9f86(x)"});
}

struct ListCase
{
    const char *yaml;
    const char *shown;
};

TEST(YamlSecrets, ArgumentsInListsAreRemoved)
{
    const ListCase cases[] = {
        {"args:\n- --password\n- hunter2\n- --verbose\n", "args:\n- --password\n- …\n- --verbose\n"},
        {"args:\n  - \"--auth-token\"\n  - \"hunter2 x\"\n  - a\n", "args:\n  - \"--auth-token\"\n  - …\n  - a\n"},
        {"- --password\n- |-\n  hunter2\n- a\n", "- --password\n- |-\n  …\n- a\n"},
        {"- --password\n- --user\n- shop\n", nullptr},
        {"- --password\n- ${PASSWORD}\n- shop\n", nullptr},
        {"a:\n- --password\nb:\n- shop\n", nullptr},
        {"command:\n- redis-cli\n- -a\n- hunter2\n- ping\n", "command:\n- redis-cli\n- -a\n- …\n- ping\n"},
        {"command:\n- mysqladmin\n- ping\n- \"-phunter2\"\n", "command:\n- mysqladmin\n- ping\n- \"-p…\"\n"},
        {"command:\n- curl\n- --user=admin:hunter2\n- -u\n- admin:hunter2\n- http://x\n",
         "command:\n- curl\n- --user=…\n- -u\n- …\n- http://x\n"},
        {"- args:\n  - ping\n  - -phunter2\n  command:\n  - mysqladmin\n  image: mysql:8\n",
         "- args:\n  - ping\n  - -p…\n  command:\n  - mysqladmin\n  image: mysql:8\n"},
        {"command:\n- mysql\nargs:\n- -phunter2\n", "command:\n- mysql\nargs:\n- -p…\n"},
        {"command:\n- mysql\nports:\n- -p80\nargs:\n- -p80\n", nullptr},
    };
    for (const auto &[yaml, shown] : cases) {
        EXPECT_EQ(withoutSecrets(yaml).toStdString(), shown ? shown : yaml);
        EXPECT_EQ(withoutSecrets(withoutSecrets(yaml)), withoutSecrets(yaml)) << yaml;
    }
}

TEST(SecretScanner, KeepsWhatAVerdictNeeds)
{
    for (const auto &text : kUnchanged) {
        EXPECT_EQ(withoutSecrets(text).toStdString(), text.toStdString());
        const auto json = R"({"image":)" + quoted(text) + R"(,"revision":)" + quoted(text) + "}";
        EXPECT_EQ(jsonWithoutSecrets(json).toStdString(), json.toStdString());
    }
}

struct JsonCase
{
    const char *json;
    const char *shown;
};

TEST(JsonSecrets, AreRemovedByLocation)
{
    const JsonCase cases[] = {
        {R"({"kind":"Secret","data":{"user":"c2hvcA==","a":{"b":"x"}},"stringData":{"c":"y"},"type":"Opaque"})",
         R"({"kind":"Secret","data":{"user":"…","a":{"b":"…"}},"stringData":{"c":"…"},"type":"Opaque"})"},
        {R"({"data":{"LOG_LEVEL":"debug","DB_PASSWORD":"pw"},"kind":"ConfigMap"})",
         R"({"data":{"LOG_LEVEL":"debug","DB_PASSWORD":"…"},"kind":"ConfigMap"})"},
        {R"({"parameters":[{"name":"image.tag","value":"1.5.0"},{"name":"db.password","value":"pw"}]})",
         R"({"parameters":[{"name":"image.tag","value":"1.5.0"},{"name":"db.password","value":"…"}]})"},
        {R"({"parameters":[{"name":"token-service.image.tag","value":"1.5.0"}]})", nullptr},
        {R"({"args":["--password","pw","--auth-token=abc","--verbose"],"command":["sleep","60"]})",
         R"({"args":["--password","…","--auth-token=…","--verbose"],"command":["sleep","60"]})"},
        {R"({"command":["mysqladmin","ping","-phunter2"],"x":["-phunter2"]})",
         R"({"command":["mysqladmin","ping","-p…"],"x":["-phunter2"]})"},
        {R"({"exec":["/usr/bin/redis-cli","-a","hunter2","ping"]})",
         R"({"exec":["/usr/bin/redis-cli","-a","…","ping"]})"},
        {R"({"command":["curl","-u","admin:hunter2","--user=a:b","-uc:d","http://x"]})",
         R"({"command":["curl","-u","…","--user=…","-u…","http://x"]})"},
        {R"({"args":["-uroot","-phunter2","-P3306"],"command":["mysql"],"image":"mysql:8"})",
         R"({"args":["-uroot","-p…","-P3306"],"command":["mysql"],"image":"mysql:8"})"},
        {R"({"command":["curl","-u","-v","-L","http://x"],"ps":["ps","-u","root"]})", nullptr},
        {R"({"password":123456,"maxTokens":100,"automountServiceAccountToken":false,"token":null})",
         R"({"password":"…","maxTokens":100,"automountServiceAccountToken":false,"token":null})"},
        {R"({"secret":{"secretName":"shop-db","defaultMode":420,"items":[{"key":"a","path":"b"}],"optional":false}})",
         nullptr},
        {R"({"valueFrom":{"secretKeyRef":{"name":"shop-db","key":"password"}}})", nullptr},
        {R"({"imagePullSecrets":[{"name":"regcred"}],"secrets":[{"name":"x"}]})", nullptr},
        {R"({"credentials":{"login":"a","material":"b"},"tokens":["a","b"]})",
         R"({"credentials":{"login":"…","material":"…"},"tokens":["…","…"]})"},
        {R"({"helm":{"values":"db:\n  password: pw\nimage:\n  tag: 1.5.0\n"}})",
         R"({"helm":{"values":"db:\n  password: …\nimage:\n  tag: 1.5.0\n"}})"},
        {"{\"a\" : \"\\u00e4\\/\\ud83d\\ude00\",\r\n \"n\": -1.50e+3 }", nullptr},
    };
    for (const auto &[json, shown] : cases)
        EXPECT_EQ(jsonWithoutSecrets(json).toStdString(), shown ? shown : json);
}

TEST(JsonSecrets, AreRemovedFromNestedManifestAnnotations)
{
    const QByteArray applied =
        R"({"kind":"Deployment","spec":{"containers":[{"args":["--token","t0p"],"image":"a/b:1"}]}})";
    const auto manifest = R"({"metadata":{"annotations":{"kubectl.kubernetes.io/last-applied-configuration":)"
        + quoted(applied + "\n") + R"(}},"x":"\u003cb\u003e"})";
    const auto answer = R"({"items":[{"liveState":)" + quoted(manifest) + R"(,"targetState":"null"}]})";
    const auto shown = jsonWithoutSecrets(answer);
    EXPECT_FALSE(shown.contains("t0p"));
    auto expected = answer;
    EXPECT_EQ(shown, expected.replace("t0p", "…"));
}

TEST(JsonSecrets, AllVariableValuesAreRemovedOnRequest)
{
    const QByteArray json =
        R"({"containers":[{"env":[{"name":"MODE","value":"blue"},{"name":"LEVEL","value":"debug"},)"
        R"({"name":"FROM","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}],"image":"a/b:1"}],)"
        R"("values":"env:\n  MODE: blue\n  LEVEL: debug\nimage: a/b:1\n","list":"env:\n- name: MODE\n  value: blue\nargs: []\n",)"
        R"("labels":{"env":"blue"}})";
    EXPECT_EQ(jsonWithoutSecrets(json), json);
    auto shown = jsonWithoutSecrets(json, EnvironmentValues::Redacted);
    EXPECT_EQ(
        shown.toStdString(),
        R"({"containers":[{"env":[{"name":"MODE","value":"…"},{"name":"LEVEL","value":"…"},)"
        R"({"name":"FROM","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}],"image":"a/b:1"}],)"
        R"("values":"env:\n  MODE: …\n  LEVEL: …\nimage: a/b:1\n","list":"env:\n- name: MODE\n  value: …\nargs: []\n",)"
        R"("labels":{"env":"blue"}})");
}

TEST(JsonSecrets, OtherFormatsAreTreatedAsText)
{
    EXPECT_EQ(jsonWithoutSecrets(R"({"password":"pw)"), R"({"password":"…)");
    EXPECT_EQ(jsonWithoutSecrets("password=abcdef"), "password=…");
    EXPECT_EQ(jsonWithoutSecrets(""), "");
    EXPECT_FALSE(jsonWithoutSecrets(QByteArray(5'000, '[') + R"("password=abcdef")").contains("abcdef"));
}

/// The slowest texts: each would take minutes if a rule scanned the rest of the text again and again.
std::vector<QByteArray> hardTexts(qsizetype size)
{
    std::vector<QByteArray> texts;
    for (const QByteArray piece : {"a",
                                   "-",
                                   ".",
                                   "\\",
                                   "\"",
                                   "token",
                                   "token=",
                                   "token \"",
                                   "secret+",
                                   "secret ",
                                   "://a:b/",
                                   "://",
                                   ":",
                                   "a:b",
                                   "eyJ",
                                   "sk-",
                                   "xoxb-",
                                   "SK",
                                   "1//0",
                                   "$6$",
                                   "Q~",
                                   "Bearer ",
                                   "password:\\\"",
                                   "key=\"\\",
                                   "key:&quot;",
                                   "\n",
                                   "- ",
                                   "env:\n",
                                   "token:[a ",
                                   "tokens:[",
                                   "secrets: [a",
                                   "tokens: [a ",
                                   "args:\n- args:\n",
                                   "- --password\n",
                                   "mysql -p",
                                   "curl -u ",
                                   "curl \"-u\", \"",
                                   "\"-a\",\n\"redis-cli\",\n",
                                   "-----BEGIN ",
                                   "aaaaaaaaaaaaaaaaaaaaaa.",
                                   "12345678:",
                                   "login by ",
                                   "a:@a(",
                                   "\\\"authorization=a",
                                   "a:@",
                                   "user:x@h:1 "})
        texts.push_back(piece.repeated(size / piece.size()));
    return texts;
}

TEST(SecretScanner, TakesLinearTime)
{
    constexpr qsizetype kSmall = 2'000;
    constexpr int kTimes = 8;             // large texts are this many times longer
    constexpr qint64 kMostRatio = 40;     // 8 if the time is linear, 64 if it is quadratic
    constexpr qint64 kNoise{300'000'000}; // ns that other processes may take
    const auto small = hardTexts(kSmall);
    const auto large = hardTexts(kSmall * kTimes);
    const auto took = [](const QByteArray &text) {
        QElapsedTimer timer;
        timer.start();
        EXPECT_LE(withoutSecrets(text).size(), text.size() * 4 + 16);
        EXPECT_FALSE(jsonWithoutSecrets("[\"" + jsonEscaped(text) + "\"]").isEmpty());
        return timer.nsecsElapsed();
    };
    for (std::size_t i = 0; i < small.size(); ++i) {
        const auto shortTime = std::min(took(small[i]), took(small[i]));
        EXPECT_LE(took(large[i]), shortTime * kMostRatio + kNoise) << small[i].first(12).toStdString();
    }
}

} // namespace
