#include "tests/support/plantedsecrets.h"

namespace lynceus::test {

namespace {

/// Concatenated here, so that secret scanners do not report this repository.
QByteArray shape(const char *prefix, const char *rest)
{
    return QByteArray(prefix) + rest;
}

PlantedSecret bare(const char *kind, const QByteArray &token)
{
    return {kind, "the last call used " + token + " and failed", token};
}

} // namespace

std::vector<PlantedSecret> plantedSecrets()
{
    return {
        {"environment variable", "DB_PASSWORD=hunter2-Plant01", "hunter2-Plant01"},
        {"exported variable", "export PGPASSWORD=hunter2Plant02", "hunter2Plant02"},
        {"assignment in prose", "started with password=plantVierzig03, retrying", "plantVierzig03"},
        {"yaml member", "password: plant-pass-04", "plant-pass-04"},
        {"json member", R"({"clientSecret":"plant-client-05","realm":"shop"})", "plant-client-05"},
        {"json in json", R"({"body":"{\"apiKey\":\"plant-api-06\"}"})", "plant-api-06"},
        {"postgres url", "cannot connect to postgres://shop:plantPg07@db.shop:5432/orders", "plantPg07"},
        {"mysql url", "mysql://root:plant%2FMy08@db/orders?ssl=true", "plant%2FMy08"},
        {"amqp url", "amqp://guest:plantAmqp09@rabbit:5672/%2f", "plantAmqp09"},
        {"redis url without user", "redis://:plantRedis10@cache:6379/0", "plantRedis10"},
        {"mongodb url", "mongodb+srv://app:plantMongo11@cluster0.mongodb.net/?w=majority", "plantMongo11"},
        {"unencoded slash in a url", "postgres://shop:plant/Pg12@db:5432/orders", "plant/Pg12"},
        {"jdbc url", "jdbc:postgresql://db/orders?user=shop&password=plantJdbc13&ssl=true", "plantJdbc13"},
        {"go data source", "shop:plantGo14@tcp(db:3306)/orders", "plantGo14"},
        {"ado connection string", "Server=db;User Id=sa;Pwd=plantAdo15 x;Encrypt=true", "plantAdo15"},
        {"storage connection string", "DefaultEndpointsProtocol=https;AccountKey=plantStor16aGVsbG8+/w==;Core=x",
         "plantStor16aGVsbG8"},
        {"shared access signature", "https://shop.blob.core.windows.net/c?sv=2022-11-02&sig=plantSas17%2Bxyz%3D&se=1",
         "plantSas17%2Bxyz"},
        {"basic auth url", "GET https://ci:plantBasic18@git.acme.example/shop.git: 403", "plantBasic18"},
        {"token as url user", "https://plantUser19a8Xk2@git.acme.example/shop.git", "plantUser19a8Xk2"},
        {"bearer header", "Authorization: Bearer plantBearer20", "plantBearer20"},
        {"basic header", "sent Basic cGxhbnQ6cGxhbnQyMQ==", "cGxhbnQ6cGxhbnQyMQ"},
        {"cookie", "Cookie: sid=plantCookie22; theme=dark", "plantCookie22"},
        {"api key header", "X-Api-Key: plantHeader23", "plantHeader23"},
        {"flag with equals", "args: --db-password=plantFlag24 --port=80", "plantFlag24"},
        {"flag with a space", "exec worker --auth-token plantFlag25 --verbose", "plantFlag25"},
        {"flag of mysql", "sh -c mysql -uroot -pplantMysql26 orders", "plantMysql26"},
        {"flag of curl", "curl -fsS -u shop:plantCurl27 https://x.acme.example", "plantCurl27"},
        {"netrc", "machine git.acme.example login ci password plantNetrc28", "plantNetrc28"},
        {"sql", "ALTER USER shop WITH PASSWORD 'plantSql29'", "plantSql29"},
        {"xml element", "<server><password>plantXml30</password></server>", "plantXml30"},
        bare("json web token", shape("eyJhbGciOiJIUzI1NiJ9.", "eyJzdWIiOiJwbGFudCJ9.cGxhbnQzMQ")),
        bare("github token", shape("gh", "p_plant32abcdefghijklmnopqrstuvwxyz0")),
        bare("fine grained github token", shape("github_", "pat_11PLANT33_abcdefghijklmnopqrstuvwxyz")),
        bare("gitlab token", shape("glpat", "-plant34abcdefghijkl")),
        bare("slack token", shape("xox", "b-123456789012-plant35abcdefghijkl")),
        bare("slack webhook", shape("https://hooks.slack.com/", "services/T0PLANT36/B0PLANT/abcdefghijkl")),
        bare("aws key id", shape("AK", "IAPLANT37ABCDEFGHI")),
        {"aws secret key", "aws_secret_access_key = wJalrPLANT38FEMIK7MDENGbPxRfiCYEXAMPLE", "wJalrPLANT38FEMIK7MDENG"},
        bare("google api key", shape("AI", "zaSyPLANT39abcdefghijklmnopqrstuvwxy")),
        bare("google client secret", shape("GOC", "SPX-plant40abcdefghijklmno")),
        bare("stripe key", shape("sk_", "live_plant41abcdefghijklmn")),
        bare("npm token", shape("np", "m_plant42abcdefghijklmnopqrstuvwxyz0123")),
        bare("pypi token", shape("py", "pi-plant43AgEIcHlwaS5vcmcCJDU0")),
        bare("sendgrid key", shape("S", "G.plant44abcdefghijkl.mnopqrstuvwxyzABCDEFGHIJ")),
        bare("twilio key", shape("S", "Kcafe45cafe45cafe45cafe45cafe45ca")),
        bare("digitalocean token", shape("do", "p_v1_cafe46cafe46cafe46cafe46cafe46cafe46")),
        bare("vault token", shape("hv", "s.plant47CAESIJabcdefghijklm")),
        bare("age key", shape("AGE-SECRET", "-KEY-1PLANT48QQQQQQQQQQQQQQQQQQQ")),
        bare("azure client secret", shape("abc8", "Q~plant49abcdefghijklmnopqrstuvwxyz01")),
        bare("telegram bot", shape("123456789:", "AAFplant50abcdefghijklmnopqrstuvwxy")),
        {"private key",
         "-----BEGIN RSA PRIVATE KEY-----\nMIIEplant51abcdefghijkl\nmnopqrst\n-----END RSA PRIVATE KEY-----\n",
         "MIIEplant51"},
        {"pgp key", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQPGplant52abc\n-----END PGP PRIVATE KEY BLOCK-----",
         "lQPGplant52"},
        {"private key in base64", "tls.key is LS0tLS1CRUdJTiBQUklWQVRFplant53S0VZLS0tLS0K", "plant53S0VZ"},
        {"hash of a password", "admin:$2y$10$plant54abcdefghijklmnopqrstuvwxyz", "plant54"},
        {"docker login", R"({"auths":{"ghcr.io":{"auth":"cGxhbnQ1NTpwdzU1"}}})", "cGxhbnQ1NTpwdzU1"},
        {"yaml block", "tlsSecret: |\n  plant56 line one\n  plant56 line two\nreplicas: 3\n", "plant56"},
        {"name and value in yaml", "- name: SMTP_PASSWORD\n  value: plantSmtp57\n", "plantSmtp57"},
        {"random value in prose", "the secret access key is kJ8sPLANT58zQ2wX5vB7nM0pL3 now", "kJ8sPLANT58zQ2wX5v"},
        {"random value of a key", "signature=kJ8sPLANT59zQ2wX5vB7nM0pL3", "kJ8sPLANT59zQ2wX5v"},
        {"terraform token", "abc123.atlasv1.plant60abcdefghijklmnopq", "plant60"},
    };
}

} // namespace lynceus::test
