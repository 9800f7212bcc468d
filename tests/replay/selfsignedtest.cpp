#include "core/replay/faults/selfsigned.h"

#include <QSslCertificate>

#include <gtest/gtest.h>

namespace lynceus {

// Serial numbers are random: without precautions, one in 256 starts with a zero byte, which DER forbids.
TEST(SelfSignedCertificate, IsValidForAnySerialNumber)
{
    for (int made = 0; made < 1'500; ++made) {
        const auto one = makeSelfSigned();
        ASSERT_TRUE(one);
        ASSERT_FALSE(QSslCertificate(one->certificate).isNull()) << one->certificate.toStdString();
    }
}

} // namespace lynceus
