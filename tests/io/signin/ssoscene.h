#pragma once

#include "core/domain/auth/authorization.h"
#include "core/io/signin/portowner.h"
#include "core/io/signin/ssoflow.h"
#include "core/io/signin/systembrowser.h"
#include "tests/support/fakeargocd.h"
#include "tests/support/fakeclock.h"
#include "tests/support/logcapture.h"
#include "tests/support/testbrowser.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QTcpSocket>
#include <QUrlQuery>

#include <gtest/gtest.h>

namespace lynceus::test {

class SsoFlowTest : public testing::Test
{
protected:
    SsoFlowTest()
    {
        m_clock.jump(std::chrono::seconds(m_server.now) - m_clock.now().time_since_epoch());
        m_offer.issuer = m_server.issuer();
        m_offer.clientId = QStringLiteral("argo-cd-cli");
        m_offer.scopes = {QStringLiteral("openid")};
        InstanceAccess access;
        access.baseUrl = m_server.url();
        access.headers = {{"X-Gateway", "planted-gateway"}};
        m_http = std::make_unique<SignInHttp>(access, m_clock);
    }

    void begin(quint16 port = 0, Duration limit = SsoFlow::kPersonLimit,
               Duration pageLimit = LoopbackListener::kHoldLimit)
    {
        m_flow =
            std::make_unique<SsoFlow>(*m_http, m_browser, m_server.url(), m_offer, port, nullptr, limit, pageLimit);
        QObject::connect(m_flow.get(), &SsoFlow::done, &m_context, [this](const SsoResult &result) {
            m_done = result;
            m_flow->concludePage(m_refusal); // as the caller does after asking Argo CD
        });
        QObject::connect(m_flow.get(), &SsoFlow::failed, &m_context, [this](const Error &error) { m_error = error; });
        QObject::connect(m_flow.get(), &SsoFlow::rejected, &m_context,
                         [this](const Error &error) { m_rejected.push_back(error); });
        QObject::connect(m_flow.get(), &SsoFlow::waitsForPerson, &m_context,
                         [this](const QUrl &link, const QString &code) {
                             m_link = link;
                             m_userCode = code;
                         });
        m_flow->start();
    }

    void run()
    {
        begin();
        EXPECT_TRUE(waitUntil([this] { return m_done || m_error; }));
    }

    void expectFailure(Error::Kind kind, const QString &says)
    {
        run();
        ASSERT_TRUE(m_error.has_value());
        EXPECT_EQ(m_error->kind, kind) << qPrintable(m_error->message);
        EXPECT_TRUE(m_error->message.contains(says)) << qPrintable(m_error->message);
        for (const auto &secret : m_server.secrets())
            EXPECT_FALSE((m_error->asked + m_error->message).contains(QString::fromLatin1(secret)));
    }

    /// The callback port in the link.
    [[nodiscard]] quint16 callbackPort() const
    {
        return static_cast<quint16>(
            QUrl(QUrlQuery(m_link).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded)).port());
    }

    [[nodiscard]] QString state() const
    {
        return QUrlQuery(m_link).queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded);
    }

    /// The answer to a local client that sends @p bytes.
    QByteArray exchange(const QHostAddress &address, const QByteArray &bytes)
    {
        QTcpSocket socket;
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
        socket.connectToHost(address, callbackPort());
        EXPECT_TRUE(waitUntil([&] {
            answer += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        }));
        return answer;
    }

    FakeArgoCd m_server;
    FakeClock m_clock;
    TestBrowser m_browser;
    QObject m_context;
    SsoOffer m_offer;
    std::unique_ptr<SignInHttp> m_http;
    std::unique_ptr<SsoFlow> m_flow;
    std::optional<SsoResult> m_done;
    std::optional<Error> m_refusal; ///< Argo CD's error for the token, if any
    std::optional<Error> m_error;
    std::vector<Error> m_rejected;
    QUrl m_link;
    QString m_userCode;
};

} // namespace lynceus::test
