#include "core/io/settings/argocdcontexts.h"

#include <QDir>
#include <QTemporaryDir>

#include <chrono>
#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

const QByteArray kFile = R"(# written by hand, too
contexts:
- name: argocd.acme.example
  server: argocd.acme.example
  user: argocd.acme.example
- name: team
  server: gateway.acme.example:8443
  user: team
- {name: plain, server: "localhost:8080", user: plain}
- name: forwarded
  server: port-forward
  user: team
- name: lost
  server: nowhere.example
  user: team
- name: cluster
  server: kubernetes
  user: team
current-context: team
servers:
- grpc-web-root-path: ""
  server: argocd.acme.example
- grpc-web: true
  grpc-web-root-path: /team/argocd/
  insecure: true
  server: gateway.acme.example:8443
- server: localhost:8080
  plain-text: true
- server: port-forward
- core: true
  server: kubernetes
users:
- auth-token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5hIn0.c2ln
  name: argocd.acme.example
  refresh-token: ChlyZWZyZXNoLXRva2Vu   # rotates
- name: team
  auth-token: "quoted.token.here"
- {name: plain, auth-token: 'flow.token.x', extra: [1, 2]}
)";

QByteArray revealed(const ArgoCdContext &context)
{
    return context.token.reveal();
}

} // namespace

TEST(ArgoCdContexts, BecomeAddressesAndTokens)
{
    const auto read = parseArgoCdContexts(kFile);
    ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
    ASSERT_EQ(read->contexts.size(), 3U);
    const auto &[first, team, plain] = std::tie(read->contexts[0], read->contexts[1], read->contexts[2]);
    EXPECT_EQ(first.baseUrl, QUrl(u"https://argocd.acme.example"_s));
    EXPECT_FALSE(first.insecure);
    EXPECT_TRUE(revealed(first).startsWith("eyJ"));
    EXPECT_EQ(team.baseUrl, QUrl(u"https://gateway.acme.example:8443/team/argocd"_s));
    EXPECT_TRUE(team.insecure);
    EXPECT_EQ(revealed(team), "quoted.token.here");
    EXPECT_EQ(plain.baseUrl, QUrl(u"http://localhost:8080"_s));
    ASSERT_EQ(read->faults.size(), 3U);
    EXPECT_EQ(read->faults[0].name, u"forwarded"_s);
    EXPECT_TRUE(read->faults[1].reason.contains(u"its server is not defined in the file"_s));
    EXPECT_TRUE(read->faults[2].reason.contains(u"Kubernetes"_s));
}

TEST(ArgoCdContexts, AcceptACaAsTextOrBase64)
{
    const QByteArray pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    const auto file = [](const QByteArray &authority) {
        return "contexts: [{name: a, server: s.example, user: u}]\nservers:\n- server: s.example\n"
               "  certificate-authority-data: "
            + authority + "\nusers: []\n";
    };
    EXPECT_EQ(parseArgoCdContexts(file(pem.toBase64()))->contexts.at(0).authority, pem);
    auto indented = pem;
    indented.replace("\n", "\n    ");
    EXPECT_TRUE(parseArgoCdContexts(file("|\n    " + indented))->contexts.at(0).authority.startsWith("-----BEGIN"));
}

TEST(ArgoCdContexts, OtherFilesAreRejectedWithoutQuotingThem)
{
    for (const QByteArray &text :
         {QByteArray("just text"), QByteArray("a: b"), QByteArray("users: []\nusers: []\n"), QByteArray("contexts: 5"),
          QByteArray("contexts: {a: b}"), QByteArray("a: [secret-token"),
          QByteArray("contexts:\n- name: \"secret-token"), QByteArray("\0\1\2", 3),
          QByteArray("contexts: *secret-token"), QByteArray(kLargestContextsFile + 1, ' ')}) {
        const auto read = parseArgoCdContexts(text);
        ASSERT_FALSE(read.has_value()) << text.left(40).toStdString();
        EXPECT_EQ(read.error().kind, Error::Kind::BadInput);
        EXPECT_FALSE(read.error().message.contains(u"secret-token"_s)) << qPrintable(read.error().message);
        EXPECT_FALSE(withoutTokens(text).has_value());
    }
}

TEST(ArgoCdContexts, AreNoneAfterTheLastLogout)
{
    for (const QByteArray &text :
         {QByteArray(), QByteArray("\n# nothing\n"), QByteArray("contexts: []\ncurrent-context: \"\"\n"),
          QByteArray("contexts: null\nservers: null\nusers: null\n"), QByteArray("contexts:\ncurrent-context: x\n"),
          QByteArray("servers: []\n")}) {
        const auto read = parseArgoCdContexts(text);
        ASSERT_TRUE(read.has_value()) << text.toStdString() << qPrintable(read.error().message);
        EXPECT_TRUE(read->contexts.empty());
        EXPECT_TRUE(read->faults.empty());
        EXPECT_EQ(withoutTokens(text).value_or("?"), text);
    }
}

TEST(ArgoCdContexts, AliasesAreResolved)
{
    const auto read = parseArgoCdContexts("servers:\n- &s {server: &host s.example, insecure: true}\n"
                                          "contexts:\n- {name: a, server: *host, user: u}\n- *s\n- plain\n"
                                          "users:\n- {name: u, auth-token: t.o.k}\n");
    ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
    ASSERT_EQ(read->contexts.size(), 2U);
    EXPECT_EQ(read->contexts[0].baseUrl, QUrl(u"https://s.example"_s));
    EXPECT_TRUE(read->contexts[0].insecure);
    EXPECT_EQ(revealed(read->contexts[0]), "t.o.k");
    ASSERT_EQ(read->faults.size(), 1U);
    EXPECT_EQ(read->faults[0].name, u"plain"_s);
}

TEST(ArgoCdContexts, AliasBombsAreBounded)
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 40; ++level) {
        const auto before = "*a" + QByteArray::number(level - 1);
        text += 'a' + QByteArray::number(level) + ": &a" + QByteArray::number(level) + " [";
        for (int each = 0; each < 10; ++each)
            text += before + ", ";
        text += before + "]\n";
    }
    text += "contexts: [{name: a, server: s.example, user: *a39}]\nservers: [{server: s.example}]\nusers: []\n";
    const auto read = parseArgoCdContexts(text);
    ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
    EXPECT_EQ(read->contexts.size(), 1U);
}

TEST(ArgoCdContexts, TwentyThousandAreReadQuickly)
{
    constexpr int kMany = 20'000;
    QByteArray contexts = "contexts:\n";
    QByteArray servers = "servers:\n";
    QByteArray users = "users:\n";
    for (int number = 0; number < kMany; ++number) {
        const auto name = "argocd-" + QByteArray::number(number) + ".acme.example";
        contexts += "- name: " + name + "\n  server: " + name + "\n  user: " + name + "\n";
        servers += "- grpc-web: true\n  grpc-web-root-path: \"\"\n  server: " + name + "\n";
        users += "- auth-token: " + QByteArray(300, 'x') + "\n  name: " + name + "\n";
    }
    const auto text = contexts + "current-context: \"\"\n" + servers + users;
    const auto begun = std::chrono::steady_clock::now();
    const auto read = parseArgoCdContexts(text);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    ASSERT_TRUE(read.has_value()) << qPrintable(read.error().message);
    EXPECT_EQ(read->contexts.size(), std::size_t(kMany));
    EXPECT_LT(took.count(), 60.0) << "2 s in a release build; a linear search per server took minutes";
    RecordProperty("seconds", std::to_string(took.count()));
}

TEST(WithoutTokens, ChangesNothingElse)
{
    const auto edited = withoutTokens(kFile);
    ASSERT_TRUE(edited.has_value()) << qPrintable(edited.error().message);
    auto expected = kFile;
    expected.replace("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5hIn0.c2ln", "\"\"");
    expected.replace("ChlyZWZyZXNoLXRva2Vu", "\"\"");
    expected.replace("\"quoted.token.here\"", "\"\"");
    expected.replace("'flow.token.x'", "\"\"");
    EXPECT_EQ(*edited, expected);
    EXPECT_EQ(*withoutTokens(*edited), *edited) << "the second call has nothing to do";
}

TEST(WithoutTokens, RejectsFilesThatCannotBeEditedSafely)
{
    const auto file = [](const QByteArray &users) { return "contexts: []\nusers:\n" + users; };
    for (const auto &users :
         {QByteArray("- name: u\n  auth-token: >-\n    abc\n    def\n"),
          QByteArray("- name: u\n  auth-token: \"a\\x62c\"\n"), QByteArray("- &u {name: u, auth-token: abc}\n- *u\n"),
          QByteArray("- {name: &n abc, auth-token: *n}\n"), QByteArray("- {auth-token: &n abc, name: *n}\n"),
          QByteArray("- name: u\n  auth-token: |\n    abc\n"), QByteArray("- name: u\n  auth-token: abc\n    def\n")}) {
        const auto edited = withoutTokens(file(users));
        ASSERT_FALSE(edited.has_value()) << users.toStdString() << "became " << edited->toStdString();
        EXPECT_TRUE(edited.error().message.contains(u"manually"_s)) << qPrintable(edited.error().message);
        EXPECT_FALSE(edited.error().message.contains(u"abc"_s));
    }
}

// Random files, as the argocd CLI and as users write them. They are built from parts, so that the expected result is
// known.
TEST(WithoutTokens, AppliesToEverySpelling)
{
    std::mt19937 random(20261126);
    const auto oneOf = [&](const std::vector<QByteArray> &words) { return words[random() % words.size()]; };
    for (int round = 0; round < 3000; ++round) {
        const auto end = oneOf({"\n", "\r\n"});
        QByteArray before = oneOf({"", "# a comment with \xc3\xa9", "---"});
        before += (before.isEmpty() ? QByteArray() : end) + "contexts: []" + end + "users:" + end;
        QByteArray after = before;
        for (auto user = random() % 4 + 1; user > 0; --user) {
            const auto token = oneOf({"abc", "a.b.c", "x_y-z~1+/=", "eyJ0.eyJ1.s"});
            const auto quote = oneOf({"", "\"", "'"});
            const auto field = oneOf({"auth-token", "refresh-token"});
            const auto rest = oneOf({"", "   # why", " \t"});
            const auto head = oneOf({"- name: u", "- {name: u", "-   name: \"\xe2\x82\xac\""});
            const bool isFlow = head.contains('{');
            const auto put = [&](QByteArray &text, const QByteArray &value) {
                text += head + (isFlow ? ", " : end + QByteArray(head.indexOf('n'), ' ')) + field + ": " + value
                    + (isFlow ? "}" : "") + rest + end;
            };
            put(before, quote + token + quote);
            put(after, "\"\"");
        }
        const auto edited = withoutTokens(before);
        ASSERT_TRUE(edited.has_value()) << before.toStdString() << qPrintable(edited.error().message);
        ASSERT_EQ(*edited, after) << before.toStdString();
    }
}

} // namespace lynceus
