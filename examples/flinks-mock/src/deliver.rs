//! Posts webhooks until they are answered with 200.

use crate::{
    responses::{holder, result, webhook},
    state::{Mock, Upload},
};
use flinks_upload::core::results::signature::sign;
use serde_json::Value;

/// Posts the holder first, then the result.
pub async fn deliver(mock: Mock, upload: Upload, request: String) {
    tokio::time::sleep(mock.config.processing).await;
    post(&mock, &webhook("KYC", holder(&upload, &request))).await;
    post(&mock, &webhook("GetAccountsDetail", result(&upload, &request).1)).await;
}

async fn post(mock: &Mock, body: &Value) {
    let config = &mock.config;
    let body = body.to_string();
    let Some(signature) = sign(body.as_bytes(), config.webhook_key.as_bytes()) else { return };
    for attempt in 1..=config.attempts {
        let request = mock.client.post(&config.webhook_url).header("content-type", "application/json");
        let answer = request.header(&config.signature_header, &signature).body(body.clone()).send().await;
        let status = answer.map_or(0, |answer| answer.status().as_u16());
        println!(
            "webhook, attempt {attempt}: {}",
            if status == 0 { "no answer".to_owned() } else { status.to_string() }
        );
        if status == 200 {
            return;
        }
        tokio::time::sleep(config.retry).await;
    }
}
