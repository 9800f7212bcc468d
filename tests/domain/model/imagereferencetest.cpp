#include "core/domain/images/imagereference.h"

#include <gtest/gtest.h>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kSha = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

ImageReference image(const char *text)
{
    const auto parsed = parseImageReference(QString::fromUtf8(text));
    EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : parsed.error().message.toStdString());
    return parsed.value_or(ImageReference{});
}

struct Good
{
    const char *text;
    const char *registry;
    const char *repository;
    const char *tag;
    const char *digest;
};

TEST(ImageReference, IsParsedLikeInContainerTools)
{
    const auto withDigest = std::string("web@sha256:") + kSha;
    const auto digest = std::string("sha256:") + kSha;
    const auto both = std::string("ghcr.io/acme/web:1.5.0@sha256:") + kSha;
    const Good table[] = {
        {"nginx", "docker.io", "library/nginx", "latest", ""},
        {"nginx:1.27", "docker.io", "library/nginx", "1.27", ""},
        {"acme/web", "docker.io", "acme/web", "latest", ""},
        {"docker.io/nginx", "docker.io", "library/nginx", "latest", ""},
        {"index.docker.io/nginx:1", "docker.io", "library/nginx", "1", ""},
        {"docker.io/library/nginx:1", "docker.io", "library/nginx", "1", ""},
        {"ghcr.io/acme/shop-web:1.5.0", "ghcr.io", "acme/shop-web", "1.5.0", ""},
        {"GHCR.io/acme/shop-web:1.5.0", "ghcr.io", "acme/shop-web", "1.5.0", ""},
        {"REGISTRY/acme/web:1", "registry", "acme/web", "1", ""},
        {"localhost/web:1", "localhost", "web", "1", ""},
        {"localhost:5000/web:1", "localhost:5000", "web", "1", ""},
        {"localhost:5000", "docker.io", "library/localhost", "5000", ""},
        {"registry:5000/a/b/c:v1_2-3.x", "registry:5000", "a/b/c", "v1_2-3.x", ""},
        {"10.0.0.7:5000/web", "10.0.0.7:5000", "web", "latest", ""},
        {"[2001:db8::1]/web:1", "[2001:db8::1]", "web", "1", ""},
        {"[2001:DB8::1]:5000/team/web:1", "[2001:db8::1]:5000", "team/web", "1", ""},
        {"quay.io/a__b/c.d/e--f---g:_1", "quay.io", "a__b/c.d/e--f---g", "_1", ""},
        {withDigest.c_str(), "docker.io", "library/web", "", digest.c_str()},
        {both.c_str(), "ghcr.io", "acme/web", "1.5.0", digest.c_str()},
        {"web@blake3+b64.x:0123456789abcdef0123456789ABCDEF", "docker.io", "library/web", "",
         "blake3+b64.x:0123456789abcdef0123456789abcdef"},
    };
    for (const auto &row : table) {
        const auto parsed = image(row.text);
        EXPECT_EQ(parsed.registry.toStdString(), row.registry) << row.text;
        EXPECT_EQ(parsed.repository.toStdString(), row.repository) << row.text;
        EXPECT_EQ(parsed.tag.toStdString(), row.tag) << row.text;
        EXPECT_EQ(parsed.digest.toStdString(), row.digest) << row.text;
    }
}

struct Bad
{
    std::string text;
    const char *says; ///< part of the message
    int character;    ///< position in the text; 0: no position, the text is empty
};

TEST(ImageReference, ReportsErrorAndPosition)
{
    const Bad table[] = {
        {"", "is empty", 0},
        {":1.0", "the repository is missing", 1},
        {"@sha256:00", "the repository is missing", 1},
        {"https://ghcr.io/acme/web:1", "remove \"https://\"", 1},
        {"https://docker://acme/web", "no scheme", 1},
        {"acme/web:1 5", "a tag cannot contain a space", 11},
        {"acme/web:", "the tag after \":\" is missing", 10},
        {"acme/web:.1", "a tag cannot start with \".\"", 10},
        {"acme/web:-1", "a tag cannot start with \"-\"", 10},
        {"acme/web:1:2", "a tag cannot contain \":\"", 11},
        {"acme/web:feature/x", "a tag cannot contain \"/\"", 9},
        {"acme/web:" + std::string(129, 'x'), "at most 128", 138},
        {"acme/Web:1", "is lowercase and cannot contain \"W\"", 6},
        {"ghcr.io/Acme/web", "is lowercase and cannot contain \"A\"", 9},
        {"acme//web", "a part of the repository name is missing", 6},
        {"acme/web/", "a part of the repository name is missing", 10},
        {"ghcr.io/", "the repository after the registry is missing", 9},
        {"ghcr.io/:1", "the repository after the registry is missing", 9},
        {"[::1]:5000", "the repository after the registry is missing", 11},
        {"/acme/web", "the registry is missing", 1},
        {"acme/-web", "cannot contain \"-\" here", 6},
        {"acme/web-:1", "cannot contain \"-\" here", 9},
        {"acme/we..b", "cannot contain \".\" here", 9},
        {"acme/we___b", "cannot contain \"_\" here", 10},
        {"acme/we-_b", "cannot contain \"_\" here", 9},
        {"acme web", "cannot contain a space here", 5},
        {"acme/w\x07"
         "eb",
         "the character U+0007", 7},
        {"acme/" + std::string(251, 'x'), "at most 255", 256},
        {"-host.io/web", "a registry name cannot contain \"-\" here", 1},
        {"host-.io/web", "a registry name cannot contain \"-\" here", 5},
        {"ho..st/web", "a registry name cannot contain \".\" here", 3},
        {"ho_st.io/web", "a registry name cannot contain \"_\" here", 3},
        {"host:/web", "port after \":\" is missing", 6},
        {"host:5o00/web", "cannot contain \"o\"", 7},
        {"host:65536/web", "at most 65535", 6},
        {"host:123456/web", "at most 65535", 6},
        {":5000/web", "the registry is missing", 1},
        {"[::g]/web", "an IPv6 address cannot contain \"g\"", 4},
        {"[1:2]/web", "must be IPv6", 1},
        {"[::1/web:1", "cannot contain \"[\" here", 1},
        {"web@", "a digest has the form", 5},
        {"web@sha256", "a digest has the form", 5},
        {"web@:00", "algorithm is missing", 5},
        {"web@sha-:00", "algorithm is missing", 9},
        {"web@1sha:00", "cannot contain \"1\" here", 5},
        {"web@sha..256:00", "cannot contain \".\" here", 9},
        {"web@sha256:00", "has 64 digits, this one has 2", 14},
        {"web@SHA256:00", "has 64 digits, this one has 2", 14},
        {"web@md5:00", "at least 32", 11},
        {"web@sha256:xyz", "not \"x\"", 12},
        {std::string("web@sha256:") + kSha + "@sha256:" + kSha, "not \"@\"", 76},
    };
    for (const auto &row : table) {
        const auto parsed = parseImageReference(QString::fromStdString(row.text));
        ASSERT_FALSE(parsed) << row.text;
        const auto message = parsed.error().message.toStdString();
        EXPECT_EQ(parsed.error().kind, Error::Kind::BadInput);
        EXPECT_NE(message.find(row.says), std::string::npos) << row.text << " → " << message;
        if (row.character > 0) {
            EXPECT_NE(message.find("(character " + std::to_string(row.character) + ")"), std::string::npos) << message;
        }
    }
}

TEST(ImageReference, FamiliarNamesOmitDefaults)
{
    EXPECT_EQ(familiarName(image("nginx")).toStdString(), "nginx:latest");
    EXPECT_EQ(familiarName(image("docker.io/acme/web:1")).toStdString(), "acme/web:1");
    EXPECT_EQ(familiarName(image("ghcr.io/acme/web:1")).toStdString(), "ghcr.io/acme/web:1");
    // Without its host, this would be an image of another registry.
    EXPECT_EQ(familiarName(image("docker.io/localhost/web:1")).toStdString(), "docker.io/localhost/web:1");
    EXPECT_EQ(familiarName(image("docker.io/acme.corp/web:1")).toStdString(), "docker.io/acme.corp/web:1");
    EXPECT_EQ(familiarName(image("docker.io/library/a/b:1")).toStdString(), "library/a/b:1");
    // This host is only recognized by its upper-case letters, but hosts are stored in lower case. It must not become a
    // path on Docker Hub.
    EXPECT_EQ(familiarName(image("REGISTRY/acme/web:1")).toStdString(), "REGISTRY/acme/web:1");
    EXPECT_EQ(repositoryName(image("nginx:1")).toStdString(), "docker.io/library/nginx");
}

TEST(ImageReference, RepositoriesAreComparedBehindProxies)
{
    const RegistryProxies proxies{u"Harbor.acme.example/ghcr-proxy/"_s, u"mirror/hub"_s, u"cache.acme.example"_s};
    const auto same = [&](const char *left, const char *right, const RegistryProxies &by) {
        const bool result = sameRepository(image(left), image(right), by);
        EXPECT_EQ(result, sameRepository(image(right), image(left), by)) << left << " " << right;
        return result;
    };
    EXPECT_TRUE(same("nginx:1", "docker.io/library/nginx:2", {}));
    EXPECT_FALSE(same("ghcr.io/acme/web", "quay.io/acme/web", {}));
    EXPECT_FALSE(same("ghcr.io:443/acme/web", "ghcr.io/acme/web", {}));
    EXPECT_FALSE(same("harbor.acme.example/ghcr-proxy/acme/web", "ghcr.io/acme/web", {}));
    EXPECT_TRUE(same("harbor.acme.example/ghcr-proxy/acme/web", "ghcr.io/acme/web", proxies));
    EXPECT_TRUE(same("harbor.acme.example/ghcr-proxy/ghcr.io/acme/web", "ghcr.io/acme/web", proxies));
    EXPECT_FALSE(same("harbor.acme.example/ghcr-proxy/ghcr.io/acme/web", "quay.io/acme/web", proxies));
    EXPECT_FALSE(same("harbor.acme.example/ghcr-proxy-2/acme/web", "ghcr.io/acme/web", proxies));
    EXPECT_FALSE(same("harbor.acme.example/ghcr-proxy/acme/other", "ghcr.io/acme/web", proxies));
    EXPECT_TRUE(
        same("harbor.acme.example/ghcr-proxy/acme/web", "harbor.acme.example/ghcr-proxy/ghcr.io/acme/web", proxies));
    EXPECT_TRUE(same("mirror/hub/nginx:1", "nginx:1", proxies));
    EXPECT_TRUE(same("mirror/hub/library/nginx:1", "nginx:1", proxies));
    EXPECT_FALSE(same("mirror/hub/nginx:1", "ghcr.io/library/nginx:1", proxies));
    EXPECT_TRUE(same("cache.acme.example/acme/web", "quay.io/acme/web", proxies));
    EXPECT_FALSE(sameRepository(image("a/b:1"), image("c/d:1"), {QString(), u"/"_s}));
}

TEST(ImageReference, TagsAndDigestsMatchTheExpectedReference)
{
    const auto digest = [](const char *name, char digit) {
        return image((std::string(name) + "@sha256:" + std::string(64, digit)).c_str());
    };
    EXPECT_TRUE(satisfies(image("a/web:1"), image("a/web:1")));
    EXPECT_FALSE(satisfies(image("a/web:1"), image("a/web:1.0")));
    EXPECT_FALSE(satisfies(image("a/web:V1"), image("a/web:v1")));
    EXPECT_FALSE(satisfies(image("a/web:1"), image("a/web2:1")));
    EXPECT_TRUE(satisfies(image("a/web"), image("a/web:latest")));
    EXPECT_TRUE(satisfies(image("a/web:1"), digest("a/web:1", '1')));
    EXPECT_FALSE(satisfies(image("a/web:1"), digest("a/web", '1')));
    EXPECT_TRUE(satisfies(digest("a/web", '1'), digest("a/web", '1')));
    EXPECT_TRUE(satisfies(digest("a/web", '1'), digest("a/web:1", '1')));
    EXPECT_FALSE(satisfies(digest("a/web", '1'), digest("a/web", '2')));
    EXPECT_FALSE(satisfies(digest("a/web", '1'), image("a/web:1")));
    EXPECT_TRUE(satisfies(digest("a/web:1", '1'), image("a/web:1")));
    EXPECT_FALSE(satisfies(digest("a/web:1", '1'), image("a/web:2")));
    EXPECT_FALSE(satisfies(digest("a/web:1", '1'), digest("a/web:1", '2')));
    EXPECT_TRUE(satisfies(image("a/web:1"), image("p.io/a/web:1"), {u"p.io"_s}));
}

TEST(ImageReference, TagProvesNoDigest)
{
    const auto digest = image((std::string("a/web:1@sha256:") + std::string(64, '1')).c_str());
    EXPECT_FALSE(proves(digest, image("a/web:1"))) << "the tag may have been pushed again";
    EXPECT_TRUE(proves(digest, digest));
    EXPECT_TRUE(proves(image("a/web:1"), image("a/web:1")));
    EXPECT_TRUE(proves(image("a/web:1"), digest));
    EXPECT_FALSE(proves(image("a/web:1"), image("a/web:2")));
}

TEST(ImageReference, MovingTagsProveNoVersion)
{
    for (const char *tag : {"latest", "main", "Stable", "nightly"})
        EXPECT_TRUE(hasMovingTag(image((std::string("web:") + tag).c_str()))) << tag;
    EXPECT_TRUE(hasMovingTag(image("web")));
    for (const char *tag : {"1.5.0", "v1", "main-4f2a", "2026-11-23"})
        EXPECT_FALSE(hasMovingTag(image((std::string("web:") + tag).c_str()))) << tag;
    EXPECT_FALSE(hasMovingTag(image((std::string("web:latest@sha256:") + kSha).c_str())));
}

} // namespace
