//! Posts webhooks until they are taken.

use crate::{
    answers::{ended, holder, webhook},
    state::{StandIn, Upload},
};
use flinks_upload::core::results::signature::sign;
use serde_json::Value;

/// The holder first, then the result, each until it is answered with 200.
pub async fn deliver(stand_in: StandIn, upload: Upload, request: String) {
    tokio::time::sleep(stand_in.config.processing).await;
    post(&stand_in, &webhook("KYC", holder(&upload, &request))).await;
    post(&stand_in, &webhook("GetAccountsDetail", ended(&upload, &request).1)).await;
}

async fn post(stand_in: &StandIn, body: &Value) {
    let config = &stand_in.config;
    let body = body.to_string();
    let Some(signature) = sign(body.as_bytes(), config.webhook_key.as_bytes()) else { return };
    for attempt in 1..=config.attempts {
        let request = stand_in.client.post(&config.webhook_url).header("content-type", "application/json");
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
